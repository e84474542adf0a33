package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Networks;
import org.mockito.Mockito;

public class OriginTest {
    private static final Networks PROXIES = Networks.parse("127.0.0.1, 10.0.0.0/24");

    @Test
    public void client_isWhoeverConnects_andConfidentialOverTlsOrFromThisMachine() {
        assertThat(from("203.0.113.9", false)).isEqualTo(new Origin("203.0.113.9", false, false));
        assertThat(from("203.0.113.9", true)).isEqualTo(new Origin("203.0.113.9", true, false));
        assertThat(from("127.0.0.1", false)).isEqualTo(new Origin("127.0.0.1", true, true));
        assertThat(from("[::1]", false)).isEqualTo(new Origin("0:0:0:0:0:0:0:1", true, true));
    }

    @Test
    public void client_isNobody_whenItHungUp() {
        assertThat(from("", true)).isEqualTo(from(null, true)).isEqualTo(new Origin("0.0.0.0", false, false));
    }

    @Test
    public void headers_giveNothing_whenNoTrustedProxySetsThem() {
        Origin said = from("203.0.113.9", false, "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: https");
        assertThat(said).isEqualTo(new Origin("203.0.113.9", false, false));
        assertThat(from("203.0.113.9", true, "Forwarded: for=1.1.1.1"))
                .isEqualTo(new Origin("203.0.113.9", true, false));
    }

    @Test
    public void thisMachine_isNoPrivilege_whenAProxyThatIsNotTrustedPassedTheRequestOn() {
        HttpServletRequest request = request("127.0.0.1", false, "X-Forwarded-For: 198.51.100.1");
        assertThat(Origin.note(request, Networks.NONE)).isEqualTo(new Origin("127.0.0.1", false, false));
    }

    @Test
    public void trustedProxy_namesItsClient_inEitherForm() {
        Origin client = new Origin("198.51.100.1", true, false);
        for (String[] headers : new String[][] {
            {"X-Forwarded-For: 198.51.100.1", "X-Forwarded-Proto: https"},
            {"X-Forwarded-For: 198.51.100.1:4711", "X-Forwarded-Proto: HTTPS"},
            {"X-Forwarded-For: 6.6.6.6, 198.51.100.1", "X-Forwarded-Proto: https"},
            {"X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 198.51.100.1, 10.0.0.7", "X-Forwarded-Proto: https"},
            {"Forwarded: for=198.51.100.1;proto=https"},
            {"Forwarded: For=\"198.51.100.1:4711\"; Proto=https ;by=10.0.0.7"},
            {"Forwarded: for=_hidden;proto=https, for=198.51.100.1;proto=https"},
            {"Forwarded: for=198.51.100.1;proto=https", "X-Forwarded-For: 198.51.100.1", "X-Forwarded-Proto: https"},
        }) {
            assertThat(from("10.0.0.7", false, headers))
                    .as(Arrays.toString(headers))
                    .isEqualTo(client);
        }
        assertThat(from("10.0.0.7", false, "Forwarded: for=\"[2001:db8::1]:80\";proto=https"))
                .isEqualTo(new Origin("2001:db8:0:0:0:0:0:1", true, false));
    }

    @Test
    public void client_isNotConfidential_unlessEveryHopWasHttps() {
        for (String[] headers : new String[][] {
            {"X-Forwarded-For: 198.51.100.1"},
            {"X-Forwarded-For: 198.51.100.1", "X-Forwarded-Proto: http"},
            {"X-Forwarded-For: 198.51.100.1", "X-Forwarded-Proto: https, http"},
            {"Forwarded: for=198.51.100.1"},
            {"Forwarded: for=198.51.100.1;proto=http"},
            {"Forwarded: for=198.51.100.1;proto=https", "X-Forwarded-For: 198.51.100.1"},
        }) {
            assertThat(from("10.0.0.7", true, headers))
                    .as(Arrays.toString(headers))
                    .isEqualTo(new Origin("198.51.100.1", false, false));
        }
    }

    @Test
    public void source_isTheProxy_whenWhatItSaysMakesNoSense() {
        for (String[] headers : new String[][] {
            {"X-Forwarded-For: example.com", "X-Forwarded-Proto: https"},
            {"X-Forwarded-For: 1.2", "X-Forwarded-Proto: https"},
            {"X-Forwarded-For: 198.51.100.1, unknown", "X-Forwarded-Proto: https"},
            {"X-Forwarded-Proto: https"},
            {"Forwarded: for=_hidden;proto=https"},
            {"Forwarded: proto=https"},
            {"Forwarded: for=1.1.1.1;proto=https", "X-Forwarded-For: 198.51.100.1", "X-Forwarded-Proto: https"},
        }) {
            assertThat(from("10.0.0.7", true, headers))
                    .as(Arrays.toString(headers))
                    .isEqualTo(new Origin("10.0.0.7", false, false));
        }
    }

    @Test
    public void network_isTheAddress_andOfIpv6TheFirst64Bits() {
        assertThat(from("203.0.113.9", false).network()).isEqualTo("203.0.113.9");
        assertThat(from("2001:db8:1:2:3:4:5:6", false).network())
                .isEqualTo(from("2001:db8:1:2:ffff::1", false).network())
                .isNotEqualTo(from("2001:db8:1:3::1", false).network());
    }

    @Test
    public void secret_isRefused_whenOthersCouldReadAlong() {
        from("203.0.113.9", true).requireSecrecy();
        assertThatThrownBy(from("203.0.113.9", false)::requireSecrecy)
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("TLS_REQUIRED"));
    }

    @Test
    public void browsersKeepToHttps_whenTheyCameByItFromElsewhere() {
        HttpServletResponse near = mock(HttpServletResponse.class);
        Answers.secure(near, from("127.0.0.1", true));
        Answers.secure(near, from("203.0.113.9", false));
        verify(near, Mockito.never()).setHeader(Mockito.eq("Strict-Transport-Security"), any());
        HttpServletResponse far = mock(HttpServletResponse.class);
        Answers.secure(far, from("203.0.113.9", true));
        verify(far).setHeader("Strict-Transport-Security", "max-age=31536000");
    }

    private static Origin from(String peer, boolean tls, String... headers) {
        return Origin.note(request(peer, tls, headers), PROXIES);
    }

    private static HttpServletRequest request(String peer, boolean tls, String... headers) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getRemoteAddr()).thenReturn(peer);
        when(request.isSecure()).thenReturn(tls);
        when(request.getHeaders(any())).thenAnswer(call -> {
            String start = call.getArgument(0) + ": ";
            List<String> lines = Arrays.stream(headers)
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .toList();
            return Collections.enumeration(lines);
        });
        return request;
    }
}
