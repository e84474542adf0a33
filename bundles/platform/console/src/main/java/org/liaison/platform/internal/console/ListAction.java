package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/**
 * A command that prints a list as a table or as JSON.
 *
 * @param <T> one line of it, as a script gets it
 */
abstract class ListAction<T> extends PlatformAction {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @Reference(optional = true)
    Callers callers;

    private final String none;
    private final String[] headings;

    /** @param none what is said when the list is empty */
    ListAction(String none, String... headings) {
        this.none = none;
        this.headings = headings;
    }

    abstract List<T> list(Caller caller);

    abstract String[] cells(T one);

    @Override
    final void run(PrintStream out) {
        List<T> found = list(caller(callers));
        if (json) {
            out.println(JsonText.of(found));
        } else if (found.isEmpty()) {
            out.println(none);
        } else {
            WideTable table = new WideTable(headings);
            found.forEach(one -> table.row(cells(one)));
            print(out, table);
        }
    }

    /** @param at null = {@code never} */
    static String time(Instant at, String never) {
        return at == null ? never : TIME.format(at);
    }
}
