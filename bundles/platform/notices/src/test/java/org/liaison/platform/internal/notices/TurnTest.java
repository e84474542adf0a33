package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class TurnTest {
    private static final Instant NOW = Instant.parse("2026-03-05T16:05:00Z");

    @Rule
    public final NoticesDatabase database = new NoticesDatabase();

    @Test
    public void oneNodeHasTheTurn_untilItGivesItBack() {
        Turn one = new Turn(database.rows());
        Turn other = new Turn(database.rows());

        assertThat(one.take(NOW)).isTrue();
        assertThat(one.take(NOW.plusSeconds(1))).as("again").isTrue();
        assertThat(other.take(NOW.plusSeconds(2))).isFalse();
        one.give();
        assertThat(other.take(NOW.plusSeconds(3))).isTrue();
        one.give();
        assertThat(one.take(NOW.plusSeconds(4))).as("not his to give").isFalse();
    }

    @Test
    public void anotherNodeHasTheTurn_afterTheFirstDied() {
        new Turn(database.rows()).take(NOW);

        assertThat(new Turn(database.rows()).take(NOW.plus(Turn.LENGTH))).isTrue();
    }
}
