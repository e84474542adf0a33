package org.liaison.platform.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Violation;

public class CommandTextTest {
    @Test
    public void bindings_areReadFromRoleAndScope() {
        assertThat(UserCreateCommand.bindings(List.of("REV", "CLK@CITY:370100"), "2026-12-31"))
                .containsExactly(
                        new Binding(Role.REV, Scope.ALL, LocalDate.of(2026, 12, 31)),
                        new Binding(Role.CLK, Scope.city("370100"), LocalDate.of(2026, 12, 31)));
    }

    @Test
    public void bindings_areRefused_whenRoleScopeOrDateIsWrong() {
        assertThatThrownBy(() -> UserCreateCommand.bindings(List.of("BOSS"), null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> UserCreateCommand.bindings(List.of("CLK@TOWN:1"), null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> UserCreateCommand.bindings(List.of("CLK"), "31.12.2026"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    public void error_isOneSentence() {
        assertThat(PlatformAction.sentence(new Conflict("ACCOUNT_EXISTS", "账户已存在")))
                .isEqualTo("账户已存在");
        assertThat(PlatformAction.sentence(new Invalid("wanted", "PASSWORD_WEAK", "新密码太弱")))
                .isEqualTo("新密码太弱");
    }

    @Test
    public void day_isRefusedByTheNameOfItsOption() {
        assertThat(AccountAction.day("from", null)).isNull();
        assertThat(AccountAction.day("from", "2026-12-31")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThatThrownBy(() -> AccountAction.day("from", "2026-13-01"))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.violations())
                        .extracting(Violation::path, Violation::code)
                        .containsExactly(tuple("from", "DATE_FORM")));
    }
}
