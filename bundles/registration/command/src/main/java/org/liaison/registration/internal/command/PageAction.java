package org.liaison.registration.internal.command;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Option;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.console.WideTable;

/** What every list of this scope does: one page, as JSON or as a table with the mark of the next one. */
abstract class PageAction<T> extends RegistrationAction {
    @Option(name = "--city", description = "驻在城市代码")
    String city;

    @Option(name = "--limit", description = "每页行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "上一页给出的续页标记")
    String after;

    @Override
    final void run(Caller caller, PrintStream out) {
        Page<T> page = page(caller, new PageRequest(limit, after));
        if (json) {
            json(out, page);
        } else if (page.items().isEmpty() && nothing() != null) {
            out.println(nothing());
        } else {
            print(out, table(page.items()));
            if (page.next() != null) {
                out.println("还有更多，续页：--after " + page.next());
            }
        }
    }

    abstract Page<T> page(Caller caller, PageRequest request);

    abstract WideTable table(List<T> items);

    /** What is said instead of an empty table; null = the table's head is enough. */
    String nothing() {
        return null;
    }
}
