package org.liaison.platform.web.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.web.internal.error.Problem;
import org.liaison.platform.web.internal.session.SessionsResource.OpenedSession;
import org.liaison.platform.web.internal.session.SessionsResource.SessionRequest;
import org.mockito.ArgumentCaptor;

public class SessionsResourceTest {
    private static final Binding CLERK = new Binding(Role.CLK, Scope.ALL, null);
    private static final Instant UNTIL = Instant.parse("2026-03-05T14:00:00Z");

    private final Sessions sessions = mock(Sessions.class);
    private final SessionsResource resource = new SessionsResource(() -> sessions);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final Caller stranger = Caller.anonymous(Channel.REST, "10.1.2.3");
    private final Caller caller = new Caller("li.na", "李娜", List.of(CLERK), CLERK, Channel.REST, "10.1.2.3");

    @Test
    public void tokenIsInTheCookieAlone_whenASessionIsOpened() {
        when(request.isSecure()).thenReturn(true);
        when(request.getHeader("User-Agent")).thenReturn("Firefox");
        when(sessions.open(any()))
                .thenReturn(Optional.of(new Sessions.Opened("tok", "id-1", caller, false, false, UNTIL, 1800)));

        Response answer = resource.open(stranger, request, new SessionRequest("li.na", "secret", null, "CLK"));

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString("Set-Cookie"))
                .startsWith("liaison-session=tok; ")
                .contains("Secure");
        OpenedSession body = (OpenedSession) answer.getEntity();
        assertThat(body.id()).isEqualTo("id-1");
        assertThat(body.acting().acting()).isEqualTo("CLK@ALL");
        assertThat(body).asString().doesNotContain("tok");
        ArgumentCaptor<Sessions.Login> login = ArgumentCaptor.forClass(Sessions.Login.class);
        verify(sessions).open(login.capture());
        assertThat(login.getValue().source()).isEqualTo("10.1.2.3");
        assertThat(login.getValue().password()).isEqualTo("secret".toCharArray());
        assertThat(login.getValue().agent()).isEqualTo("Firefox");
    }

    @Test
    public void answerIs401WithoutACookie_whenThePasswordIsWrong() {
        when(sessions.open(any())).thenReturn(Optional.empty());

        Response answer = resource.open(stranger, request, new SessionRequest("li.na", "wrong", null, null));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeaderString("Set-Cookie")).isNull();
        assertThat(((Problem) answer.getEntity()).code()).isEqualTo("LOGIN_FAILED");
    }

    @Test
    public void missingAndOverlongFields_areNamed() {
        assertMalformed(null, "account", "REQUIRED");
        assertMalformed(new SessionRequest("li.na", null, null, null), "password", "REQUIRED");
        assertMalformed(new SessionRequest("", "x", null, null), "account", "REQUIRED");
        assertMalformed(new SessionRequest("li.na", "x".repeat(201), null, null), "password", "TOO_LONG");
        verifyNoInteractions(sessions);
    }

    private void assertMalformed(SessionRequest body, String path, String code) {
        assertThatThrownBy(() -> resource.open(stranger, request, body)).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.malformed()).isTrue();
            assertThat(e.violations().get(0).path()).isEqualTo(path);
            assertThat(e.violations().get(0).code()).isEqualTo(code);
        });
    }

    @Test
    public void logout_takesTheCookieAway() {
        when(request.isSecure()).thenReturn(true);

        Response answer = resource.logout(caller, request, "tok");

        verify(sessions).logout(caller, "tok");
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeaderString("Set-Cookie"))
                .startsWith("liaison-session=; ")
                .contains("Max-Age=0");
    }

    @Test
    public void requestNeverShowsItsPassword() {
        assertThat(new SessionRequest("li.na", "secret", null, null)).asString().doesNotContain("secret");
    }
}
