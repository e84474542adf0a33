package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.security.AccessController;
import java.util.function.Function;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** What every command of this scope does: find the login, and say a user error in one sentence. */
abstract class PlatformAction implements Action {
    @Option(name = "--json", description = "以JSON输出，供脚本使用")
    boolean json;

    @Reference
    Session session;

    @Override
    public final Object execute() throws Exception {
        PrintStream out = session.getConsole();
        try {
            run(out);
        } catch (LiaisonException e) {
            out.println(sentence(e));
        }
        return null;
    }

    abstract void run(PrintStream out) throws Exception;

    final void print(PrintStream out, WideTable table) {
        table.print(
                out, session.getTerminal() == null ? 0 : session.getTerminal().getWidth());
    }

    /** Prints a page of a list: as JSON, or as a table and how to go on. */
    final <T> void print(PrintStream out, Page<T> page, Function<T, String[]> cells, String... headings) {
        if (json) {
            out.println(JsonText.of(page));
            return;
        }
        WideTable table = new WideTable(headings);
        page.items().forEach(one -> table.row(cells.apply(one)));
        print(out, table);
        if (page.next() != null) {
            out.println("还有更多，继续请加 --after " + page.next());
        }
    }

    static String sentence(LiaisonException e) {
        return e.violations().isEmpty()
                ? e.getMessage()
                : String.join(
                        "；", e.violations().stream().map(Violation::message).toList());
    }

    @SuppressWarnings("removal")
    static Subject subject() {
        // Karaf runs a command under the subject of its session; there is no other way to ask for it on Java 17
        return Subject.getSubject(AccessController.getContext());
    }

    /** Karaf holds back every command of a bundle while one required service is away, so all are optional. */
    static <T> T there(T service) {
        if (service == null) {
            throw Unavailable.service("该功能");
        }
        return service;
    }

    static Caller caller(Callers callers) {
        return caller(callers, null);
    }

    /** @param office what the operator acts as; null = the only one */
    static Caller caller(Callers callers, String office) {
        return there(callers).of(subject(), Channel.CONSOLE, office);
    }
}
