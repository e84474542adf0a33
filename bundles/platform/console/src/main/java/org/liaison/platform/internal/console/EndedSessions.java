package org.liaison.platform.internal.console;

import javax.security.auth.Subject;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.service.component.annotations.Component;

/**
 * Ends the shell of a command that came alone over SSH ({@code ssh host command}) with the command. Karaf leaves it open, and its
 * threads stay for a minute: a script that asks for status in a loop would take all threads of the machine. Thread-safe.
 */
@Component
public final class EndedSessions implements CommandSessionListener {
    // a command may run others in the same shell, as "source" does
    private static final String DEPTH = "liaison.depth";

    @Override
    public void beforeExecute(CommandSession session, CharSequence command) {
        session.put(DEPTH, depth(session) + 1);
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence command, Exception failure) {
        after(session);
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence command, Object result) {
        after(session);
    }

    private static void after(CommandSession session) {
        int left = depth(session) - 1;
        session.put(DEPTH, left);
        if (left == 0 && cameAlone(session)) {
            session.close();
        }
    }

    /** Somebody's shell without a terminal. The shells of Karaf's own scripts are nobody's. */
    private static boolean cameAlone(CommandSession session) {
        return session.get(".session") instanceof Session shell
                && shell.getTerminal() == null
                && session.get(Subject.class.getName()) != null;
    }

    private static int depth(CommandSession session) {
        return session.get(DEPTH) instanceof Integer depth ? depth : 0;
    }
}
