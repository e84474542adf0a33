package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.Test;

public class DivisionTest {
    @Test
    public void existsOnBothEndsOfItsTime() {
        LocalDate from = LocalDate.of(1992, 1, 1);
        LocalDate to = LocalDate.of(2018, 12, 31);
        Division laiwu = new Division("371200", "莱芜市", 2, "370000", from, to);
        assertThat(laiwu.validAt(from)).isTrue();
        assertThat(laiwu.validAt(to)).isTrue();
        assertThat(laiwu.validAt(from.minusDays(1))).isFalse();
        assertThat(laiwu.validAt(to.plusDays(1))).isFalse();
    }

    @Test
    public void existsAlways_whenNoYearsAreGiven() {
        Division jinan = new Division("370100", "济南市", 2, "370000", null, null);
        assertThat(jinan.validAt(LocalDate.MIN)).isTrue();
        assertThat(jinan.validAt(LocalDate.MAX)).isTrue();
        assertThat(jinan.pseudo()).isFalse();
        assertThat(new Division("370101", "市辖区", 3, "370100", null, null).pseudo())
                .isTrue();
    }

    @Test
    public void refusesWhatIsNoCode() {
        assertThatThrownBy(() -> new Division("37010", "济南市", 2, "370000", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Division("370100", "济南市", 4, "370000", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
