package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class VisitLimitTest {
    private long now = 5;

    @Test
    public void sourceIsRefused_whenItComesTooOften_andAdmittedInTheNextMinute() {
        VisitLimit limit = new VisitLimit(2, 100, () -> now);
        assertThat(limit.admit("a")).isTrue();
        assertThat(limit.admit("a")).isTrue();
        assertThat(limit.admit("a")).isFalse();
        assertThat(limit.admit("b")).isTrue();
        now += TimeUnit.SECONDS.toNanos(59);
        assertThat(limit.admit("a")).isFalse();
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(limit.admit("a")).isTrue();
    }

    @Test
    public void everybodyIsRefused_whenAllTogetherComeTooOften() {
        VisitLimit limit = new VisitLimit(2, 3, () -> now);
        for (String source : new String[] {"a", "b", "c"}) {
            assertThat(limit.admit(source)).isTrue();
        }
        assertThat(limit.admit("d")).isFalse();
        now += TimeUnit.MINUTES.toNanos(1);
        assertThat(limit.admit("d")).isTrue();
    }

    @Test
    public void refusedVisits_takeNothingFromOthers() {
        VisitLimit limit = new VisitLimit(1, 3, () -> now);
        for (int i = 0; i < 50; i++) {
            limit.admit("a");
        }
        assertThat(limit.admit("b")).isTrue();
        assertThat(limit.admit("c")).isTrue();
    }

    @Test
    public void furtherSourcesShareOneCount_whenThereAreTooMany() {
        VisitLimit limit = new VisitLimit(2, 1_000_000, () -> now);
        for (int i = 0; i < 10_000; i++) {
            assertThat(limit.admit("s" + i)).isTrue();
        }
        assertThat(limit.admit("x")).isTrue();
        assertThat(limit.admit("y")).isTrue();
        assertThat(limit.admit("z")).isFalse();
        assertThat(limit.admit("s7")).isTrue();
    }

    @Test
    public void source_isTheClientOfAProxyOnThisMachine_andNobodyElsesWord() {
        assertThat(source("203.0.113.9", null)).isEqualTo("203.0.113.9");
        assertThat(source("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(source("127.0.0.1", "10.0.0.1, 198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(source("127.0.0.1", "example.com")).isEqualTo("127.0.0.1");
        assertThat(source("127.0.0.1", "abc")).isEqualTo("127.0.0.1");
        assertThat(source("127.0.0.1", "")).isEqualTo("127.0.0.1");
    }

    @Test
    public void source_isTheNetwork_whenTheClientHasIpv6() {
        assertThat(source("2001:db8:1:2:3:4:5:6", null))
                .isEqualTo(source("2001:db8:1:2:ffff::1", null))
                .isNotEqualTo(source("2001:db8:1:3::1", null));
    }

    private static String source(String address, String forwarded) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getRemoteAddr()).thenReturn(address);
        when(request.getHeader("X-Forwarded-For")).thenReturn(forwarded);
        return VisitLimit.source(request);
    }
}
