package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class GuessTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final GuessLimit ACCOUNT = new GuessLimit(5, QUARTER, QUARTER, QUARTER);
    private static final GuessLimit SOURCE = new GuessLimit(50, QUARTER, QUARTER, Duration.ofSeconds(8));

    private static Guess after(GuessLimit limit, int failures) {
        Guess guess = Guess.NONE;
        for (int i = 0; i < failures; i++) {
            guess = guess.more(limit, NOW);
        }
        return guess;
    }

    private static List<Long> seconds(GuessLimit limit, int from, int to) {
        List<Long> pauses = new ArrayList<>();
        for (int failures = from; failures <= to; failures++) {
            pauses.add(limit.pause(failures).toSeconds());
        }
        return pauses;
    }

    @Test
    public void pauses_growFromTheMiddleOn_upToTheLock() {
        assertThat(seconds(ACCOUNT, 1, 6)).containsExactly(0L, 0L, 1L, 2L, 900L, 900L);
        assertThat(seconds(SOURCE, 25, 31)).containsExactly(0L, 1L, 2L, 4L, 8L, 8L, 8L);
        assertThat(seconds(SOURCE, 49, 50)).containsExactly(8L, 900L);
    }

    @Test
    public void lock_endsWithItsTime_andCountingBeginsAnew() {
        Guess locked = after(ACCOUNT, 5);
        assertThat(locked.locks(ACCOUNT, NOW + 15 * MINUTE - 1)).isTrue();
        assertThat(locked.locks(ACCOUNT, NOW + 15 * MINUTE)).isFalse();
        assertThat(locked.more(ACCOUNT, NOW + 15 * MINUTE).failures()).isEqualTo(1);
    }

    @Test
    public void failures_areForgotten_whenNoneFollowsWithinTheWindow() {
        Guess four = after(ACCOUNT, 4);
        assertThat(four.more(ACCOUNT, NOW + 15 * MINUTE - 1).failures()).isEqualTo(5);
        assertThat(four.more(ACCOUNT, NOW + 15 * MINUTE).failures()).isEqualTo(1);
    }

    @Test
    public void clockSetBack_neitherUnlocksNorForgets() {
        Guess locked = after(ACCOUNT, 5);
        assertThat(locked.locks(ACCOUNT, NOW - 60 * MINUTE)).isTrue();
        Guess four = after(ACCOUNT, 4);
        Guess more = four.more(ACCOUNT, NOW - 60 * MINUTE);
        assertThat(more.failures()).isEqualTo(5);
        assertThat(more.at()).isEqualTo(NOW);
        assertThat(more.until()).isEqualTo(NOW + 15 * MINUTE);
        assertThat(four.holds(ACCOUNT, NOW)).isTrue();
        assertThat(four.holds(ACCOUNT, NOW - 60 * MINUTE)).isFalse();
    }

    @Test
    public void limit_mustBePositive() {
        assertThatThrownBy(() -> new GuessLimit(0, QUARTER, QUARTER, QUARTER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GuessLimit(5, QUARTER, Duration.ZERO, QUARTER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
