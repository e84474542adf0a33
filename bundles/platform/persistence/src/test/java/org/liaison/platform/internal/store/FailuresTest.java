package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Unavailable;

public class FailuresTest {
    private static RuntimeException of(String state) {
        return Failures.of(new SqlFailed(new SQLException("text of the database", state)));
    }

    @Test
    public void isUnavailable_whenTheDatabaseIsBusyAwayOrFull() {
        for (String state : new String[] {
            "40XL1", "40XL2", "40001", "40P01", "55P03", "57014", "57P01", "57P03", "53100", "53300", "58030", "08006",
            "08001", "25006", "XSLA4", "XSDG1", "XJ040"
        }) {
            assertThat(of(state)).as(state).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    public void isUnavailable_whenThePoolIsExhausted() {
        SQLException exhausted = new SQLException("no connection", new NoSuchElementException("timeout"));
        assertThat(Failures.of(exhausted)).isInstanceOf(Unavailable.class);
    }

    @Test
    public void isADuplicate_whenAUniqueConstraintWasHit() {
        assertThat(of("23505")).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo("DUPLICATE"));
    }

    @Test
    public void isADefect_whenTheStatementIsWrong() {
        assertThat(of("42601")).isInstanceOf(SqlFailed.class);
        assertThat(of(null)).isInstanceOf(SqlFailed.class);
    }

    @Test
    public void isWhatTheWorkSaid_whateverIsAroundIt() {
        Conflict known = Conflict.stale(null);
        assertThat(Failures.of(new IllegalStateException(known))).isSameAs(known);
        assertThat(Failures.of(new TransactionFailed(new SQLException("x", "08006"))))
                .isInstanceOf(Unavailable.class)
                .isNotInstanceOf(Invalid.class);
    }
}
