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

/** What every command of this scope does: build the caller from the login, and say a user error in one sentence. */
abstract class RegistrationAction implements Action {
    @Option(name = "--office", description = "以哪个角色或机构的身份操作", valueToShowInHelp = "")
    String office;

    @Option(name = "--json", description = "以JSON输出,供脚本使用")
    boolean json;

    @Reference
    Callers callers;

    @Reference
    Session session;

    @Override
    @SuppressWarnings("removal")
    public final Object execute() {
        PrintStream out = session.getConsole();
        try {
            // Karaf runs a command under the subject of its session; there is no other way to ask for it on Java 17
            Subject subject = Subject.getSubject(AccessController.getContext());
            run(callers.of(subject, Channel.CONSOLE, office), out);
        } catch (LiaisonException e) {
            out.println(e.getMessage());
        }
        return null;
    }

    abstract void run(Caller caller, PrintStream out);
}
