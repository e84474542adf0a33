package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnit;
import org.mockito.junit.MockitoRule;
import org.mockito.quality.Strictness;

public class LoginTest {
    @Rule
    public final MockitoRule mocks = MockitoJUnit.rule().strictness(Strictness.STRICT_STUBS);

    @Mock
    private HttpServletRequest request;

    @Mock
    private Callers callers;

    @Test
    public void asksForTheCaller_whenThePasswordComesFromThisMachine() {
        Caller caller = new Caller("zhang", "张", List.of(), null, Channel.REST, "127.0.0.1");
        authorization("zhang:密：码");
        when(request.getRemoteAddr()).thenReturn("127.0.0.1");
        when(request.getHeader(Login.ACTING)).thenReturn("CLK");
        String[] seen = new String[1];
        when(callers.login(eq("zhang"), any(), eq(Channel.REST), eq("127.0.0.1"), eq("CLK")))
                .thenAnswer(call -> {
                    seen[0] = new String((char[]) call.getArgument(1));
                    return Optional.of(caller);
                });

        assertThat(Login.basic(request, callers, Channel.REST)).containsSame(caller);
        assertThat(seen[0]).isEqualTo("密：码");
    }

    @Test
    public void refuses_whenThePasswordComesOverTheOpenNetwork() {
        authorization("zhang:x");
        when(request.getRemoteAddr()).thenReturn("10.1.2.3");

        assertThatThrownBy(() -> Login.basic(request, callers, Channel.REST))
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("TLS_REQUIRED"));
    }

    @Test
    public void findsNobody_whenTheHeaderIsMissingOrUnreadable() {
        assertThat(Login.basic(request, callers, Channel.REST)).isEmpty();
        when(request.getRemoteAddr()).thenReturn("10.1.2.3");
        when(request.isSecure()).thenReturn(true);
        for (String header : new String[] {"Basic ", "Basic %%%", "Basic " + base64(":x"), "Basic " + base64("abc")}) {
            when(request.getHeader("Authorization")).thenReturn(header);
            assertThat(Login.basic(request, callers, Channel.REST)).as(header).isEmpty();
        }
    }

    private void authorization(String pair) {
        when(request.getHeader("Authorization")).thenReturn("Basic " + base64(pair));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
