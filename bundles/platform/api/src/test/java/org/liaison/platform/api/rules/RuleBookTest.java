package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import org.junit.Test;

public class RuleBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final RuleBook rules = mock(RuleBook.class, CALLS_REAL_METHODS);

    @Test
    public void readsNumbersAndFlags() {
        set("intake.workingdays", " 5 ");
        set("deadline.roll_forward", "true");
        set("annual.roll_forward", "false");
        assertThat(rules.number("intake.workingdays", DAY)).isEqualTo(5);
        assertThat(rules.flag("deadline.roll_forward", DAY)).isTrue();
        assertThat(rules.flag("annual.roll_forward", DAY)).isFalse();
    }

    @Test
    public void namesTheSetting_whenItIsNoNumberOrFlag() {
        set("intake.workingdays", "five");
        set("deadline.roll_forward", "yes");
        assertThatThrownBy(() -> rules.number("intake.workingdays", DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("intake.workingdays");
        assertThatThrownBy(() -> rules.flag("deadline.roll_forward", DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deadline.roll_forward");
    }

    private void set(String name, String value) {
        doReturn(value).when(rules).setting(eq(name), any());
    }
}
