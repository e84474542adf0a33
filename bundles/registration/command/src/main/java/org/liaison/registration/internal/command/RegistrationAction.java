package org.liaison.registration.internal.command;

import java.io.PrintStream;
import java.security.AccessController;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;
import org.liaison.platform.api.rules.Labels;

/** What every command of this scope does: build the caller from the login, and say a user error in one sentence. */
abstract class RegistrationAction implements Action {
    @Option(name = "--office", description = "以哪个角色或机构的身份操作", valueToShowInHelp = "")
    String office;

    @Option(name = "--json", description = "以JSON输出，供脚本使用")
    boolean json;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Labels labels;

    @Reference
    Session session;

    @Override
    @SuppressWarnings("removal")
    public final Object execute() {
        PrintStream out = session.getConsole();
        try {
            // Karaf runs a command under the subject of its session; there is no other way to ask for it on Java 17
            Subject subject = Subject.getSubject(AccessController.getContext());
            run(there(callers).of(subject, Channel.CONSOLE, office), out);
        } catch (LiaisonException e) {
            out.println(
                    e.violations().isEmpty()
                            ? e.getMessage()
                            : String.join(
                                    "；",
                                    e.violations().stream()
                                            .map(Violation::message)
                                            .toList()));
        }
        return null;
    }

    abstract void run(Caller caller, PrintStream out);

    /** Karaf holds back every command of a bundle while one required service is away, so all are optional. */
    static <T> T there(T service) {
        if (service == null) {
            throw Unavailable.service("该功能");
        }
        return service;
    }

    /** The whole value, with the labels of its codes while the rules are there. */
    final void json(PrintStream out, Object value) {
        out.println(JsonText.of(value, labels == null ? Labels.NONE : labels));
    }

    final void print(PrintStream out, WideTable table) {
        table.print(
                out, session.getTerminal() == null ? 0 : session.getTerminal().getWidth());
    }

    /** The label of a code; the code itself while there is none. */
    final String label(String list, String code) {
        String label = labels == null || code == null ? null : labels.label(list, code);
        return label == null ? code : label;
    }
}
