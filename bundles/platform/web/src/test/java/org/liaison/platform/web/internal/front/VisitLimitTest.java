package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
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
}
