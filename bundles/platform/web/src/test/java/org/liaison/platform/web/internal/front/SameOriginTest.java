package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import javax.servlet.http.HttpServletRequest;
import org.junit.Test;
import org.liaison.platform.api.Forbidden;

public class SameOriginTest {
    private static HttpServletRequest request(String method, String site, String origin) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getHeader("Sec-Fetch-Site")).thenReturn(site);
        when(request.getHeader("Origin")).thenReturn(origin);
        when(request.getHeader("Host")).thenReturn("jg.example.cn:8443");
        return request;
    }

    private static boolean refused(HttpServletRequest request) {
        Throwable refusal = catchThrowable(() -> SameOrigin.require(request));
        assertThat(refusal == null
                        || refusal instanceof Forbidden forbidden
                                && forbidden.code().equals("CSRF"))
                .isTrue();
        return refusal != null;
    }

    @Test
    public void write_passes_whenItProvesToComeFromHere() {
        assertThat(refused(request("POST", "same-origin", null))).isFalse();
        assertThat(refused(request("DELETE", null, "https://jg.example.cn:8443")))
                .isFalse();
        assertThat(refused(request("PUT", null, "https://JG.example.cn:8443"))).isFalse();
    }

    @Test
    public void write_isRefused_whenItComesFromElsewhereOrDoesNotSay() {
        assertThat(refused(request("POST", null, null))).isTrue();
        assertThat(refused(request("POST", "cross-site", "https://jg.example.cn:8443")))
                .isTrue();
        assertThat(refused(request("POST", "same-site", null))).isTrue();
        assertThat(refused(request("POST", "none", null))).isTrue();
        assertThat(refused(request("POST", null, "https://evil.example.cn:8443")))
                .isTrue();
        assertThat(refused(request("POST", null, "https://jg.example.cn"))).isTrue();
        assertThat(refused(request("POST", null, "null"))).isTrue();
        assertThat(refused(request("PATCH", null, "no uri at all"))).isTrue();
    }

    @Test
    public void read_passes_whereverItComesFrom() {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS"}) {
            assertThat(refused(request(method, "cross-site", null))).as(method).isFalse();
        }
    }

    @Test
    public void login_isRefusedToForeignPages_andOpenToPrograms() {
        assertThat(catchThrowable(() -> SameOrigin.refuseForeign(request("POST", null, null))))
                .isNull();
        assertThat(catchThrowable(() -> SameOrigin.refuseForeign(request("POST", "same-origin", null))))
                .isNull();
        assertThat(catchThrowable(() -> SameOrigin.refuseForeign(request("POST", "cross-site", null))))
                .isInstanceOf(Forbidden.class);
        assertThat(catchThrowable(() -> SameOrigin.refuseForeign(request("POST", null, "https://evil.cn"))))
                .isInstanceOf(Forbidden.class);
    }
}
