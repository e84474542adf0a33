package org.liaison.platform.internal.console;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import org.apache.felix.service.command.CommandSession;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentMatchers;

public class EndedSessionsTest {
    private final EndedSessions ended = new EndedSessions();
    private final Map<String, Object> variables = new HashMap<>();
    private final CommandSession session = mock(CommandSession.class);
    private final Session shell = mock(Session.class);

    @Before
    public void rememberVariables() {
        when(session.get(ArgumentMatchers.anyString())).thenAnswer(call -> variables.get((String) call.getArgument(0)));
        when(session.put(ArgumentMatchers.anyString(), ArgumentMatchers.any()))
                .thenAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)));
        variables.put(".session", shell);
        variables.put(Subject.class.getName(), new Subject());
    }

    @Test
    public void shellEnds_whenItsOnlyCommandIsDone() {
        ended.beforeExecute(session, "a");
        ended.afterExecute(session, "a", new Object());
        verify(session).close();
    }

    @Test
    public void shellEnds_whenItsOnlyCommandFailed() {
        ended.beforeExecute(session, "a");
        ended.afterExecute(session, "a", new IllegalStateException());
        verify(session).close();
    }

    @Test
    public void shellGoesOn_whenACommandWithinTheCommandIsDone() {
        ended.beforeExecute(session, "a");
        ended.beforeExecute(session, "b");
        ended.afterExecute(session, "b", new Object());
        verify(session, never()).close();
        ended.afterExecute(session, "a", new Object());
        verify(session).close();
    }

    @Test
    public void shellGoesOn_whenAPersonSitsAtATerminal() {
        when(shell.getTerminal()).thenReturn(mock(Terminal.class));
        ended.beforeExecute(session, "a");
        ended.afterExecute(session, "a", new Object());
        verify(session, never()).close();
    }

    @Test
    public void shellGoesOn_whenItIsNobodys() {
        variables.remove(Subject.class.getName());
        ended.beforeExecute(session, "a");
        ended.afterExecute(session, "a", new Object());
        verify(session, never()).close();
    }
}
