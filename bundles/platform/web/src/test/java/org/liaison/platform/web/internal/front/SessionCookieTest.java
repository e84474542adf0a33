package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class SessionCookieTest {
    private static HttpServletRequest request(boolean secure, String from, String host) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.isSecure()).thenReturn(secure);
        when(request.getRemoteAddr()).thenReturn(from);
        when(request.getServerName()).thenReturn(host);
        return request;
    }

    @Test
    public void cookie_isForHttpsAlone_exceptOnThisMachine() {
        String shut = "liaison-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure";
        assertThat(SessionCookie.of("abc", request(true, "10.0.0.1", "jg.example.cn")))
                .isEqualTo(shut);
        assertThat(SessionCookie.of("abc", request(true, "127.0.0.1", "localhost")))
                .isEqualTo(shut);
        assertThat(SessionCookie.of("abc", request(false, "127.0.0.1", "jg.example.cn")))
                .isEqualTo(shut);
        assertThat(SessionCookie.of("abc", request(false, "127.0.0.1", "127.0.0.1.example.cn")))
                .isEqualTo(shut);
        for (String host : new String[] {"localhost", "127.0.0.1", "::1", "[::1]"}) {
            assertThat(SessionCookie.of("abc", request(false, "127.0.0.1", host)))
                    .as(host)
                    .isEqualTo("liaison-session=abc; Path=/; HttpOnly; SameSite=Strict");
        }
    }

    @Test
    public void none_endsTheCookieAtOnce() {
        assertThat(SessionCookie.none(request(true, "10.0.0.1", "jg.example.cn")))
                .isEqualTo("liaison-session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
    }

    @Test
    public void token_isThatOfTheCookieWithTheName() {
        HttpServletRequest request = mock(HttpServletRequest.class);
        assertThat(SessionCookie.token(request)).isEmpty();
        when(request.getCookies())
                .thenReturn(new Cookie[] {new Cookie("other", "x"), new Cookie("liaison-session", "t")});
        assertThat(SessionCookie.token(request)).contains("t");
        when(request.getCookies()).thenReturn(new Cookie[] {new Cookie("liaison-session", "")});
        assertThat(SessionCookie.token(request)).isEmpty();
    }
}
