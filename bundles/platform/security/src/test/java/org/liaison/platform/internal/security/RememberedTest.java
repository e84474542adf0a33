package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import org.junit.Before;
import org.junit.Test;

public class RememberedTest {
    private final Clock clock = mock(Clock.class);
    private final Remembered remembered = new Remembered(clock);

    @Before
    public void keepOne() {
        at("2026-03-05T01:00:00Z");
        remembered.keep("clk", 3, "secret".toCharArray());
    }

    @Test
    public void knows_whenNothingChangedWithinFiveMinutes() {
        at("2026-03-05T01:04:59Z");
        assertThat(remembered.knows("clk", 3, "secret".toCharArray())).isTrue();
    }

    @Test
    public void forgets_afterFiveMinutes() {
        at("2026-03-05T01:05:00Z");
        assertThat(remembered.knows("clk", 3, "secret".toCharArray())).isFalse();
    }

    @Test
    public void forgets_whenTheAccountChanged() {
        assertThat(remembered.knows("clk", 4, "secret".toCharArray())).isFalse();
    }

    @Test
    public void refuses_anotherPasswordOrAccount() {
        assertThat(remembered.knows("clk", 3, "Secret".toCharArray())).isFalse();
        assertThat(remembered.knows("rev", 3, "secret".toCharArray())).isFalse();
    }

    private void at(String instant) {
        when(clock.instant()).thenReturn(Instant.parse(instant));
    }
}
