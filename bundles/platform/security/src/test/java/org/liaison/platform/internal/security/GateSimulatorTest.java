package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.permission.Permissions.Answer;
import org.liaison.platform.api.permission.Permissions.Grant;
import org.liaison.platform.api.permission.Permissions.Judged;
import org.liaison.platform.api.permission.Permissions.Row;

/** The simulator with the real gate, which also stands before the simulator itself. */
public class GateSimulatorTest {
    private static final Binding SEC = new Binding(Role.SEC, Scope.ALL, null);
    private static final Binding HEAD = new Binding(Role.HED, Scope.office("7"), null);
    private static final Binding CLERK = new Binding(Role.CLK, Scope.ALL, null);
    private static final Caller ADMINISTRATOR = new Caller("sec", "安", List.of(SEC), SEC, Channel.REST, "127.0.0.1");

    private final TableGate gate = new TableGate();
    private final Accounts accounts = mock(Accounts.class);
    private final Operations operations = mock(Operations.class);
    private final LegacyLogins legacy = mock(LegacyLogins.class);
    private final GateSimulator simulator = new GateSimulator(
            gate,
            accounts,
            legacy,
            operations,
            Clock.fixed(Instant.parse("2026-03-05T01:00:00Z"), ZoneId.of("Asia/Shanghai")));

    @Before
    public void openTheDoor() {
        when(legacy.asked(any(), any(), any())).thenReturn(Optional.empty());
        gate.add(PlatformPermissions.TABLE);
        gate.add(
                PermissionTable.of("x").grant("x.case.read", Role.CLK, Role.HED).build());
        when(operations.read(any(), any(), any())).thenAnswer(asked -> {
            Function<Scope, Object> work = asked.getArgument(2);
            return work.apply(gate.admit(asked.getArgument(0), asked.getArgument(1)));
        });
        simulator.subjects.add((caller, scope, operation, id) -> operation.startsWith("x.case.")
                ? Optional.of(scope.kind() == Scope.Kind.ALL || id.equals("case of " + scope.id()))
                : Optional.empty());
    }

    @Test
    public void names_theRowThatGrants() {
        known(true, HEAD);
        Answer answer = simulator.may(ADMINISTRATOR, "li.na", "x.case.read", null);
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.bindings())
                .containsExactly(
                        new Judged("HED@OFFICE:7", Role.HED, true, "GRANTED", "权限表“x.case.read”行授予负责人（HED），及于本机构"));
    }

    @Test
    public void matrix_hasEveryRowOfTheTables_forThoseWhoMayAsk() {
        List<Row> rows = simulator.matrix(ADMINISTRATOR);
        assertThat(rows)
                .contains(new Row(
                        "x",
                        "x.case.read",
                        List.of(new Grant(Role.CLK, Role.Reach.ALL), new Grant(Role.HED, Role.Reach.OFFICE))))
                .hasSize(PlatformPermissions.TABLE.grants().size() + 1);
        assertThat(rows).extracting(Row::operation).isSorted();
        assertThatThrownBy(() ->
                        simulator.matrix(new Caller("clk", "经", List.of(CLERK), CLERK, Channel.REST, "127.0.0.1")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    public void answersTheSame_toAForeignAndToAMissingId() {
        known(true, HEAD);
        assertThat(simulator
                        .may(ADMINISTRATOR, "li.na", "x.case.read", "case of 7")
                        .allowed())
                .isTrue();
        Answer foreign = simulator.may(ADMINISTRATOR, "li.na", "x.case.read", "case of 8");
        Answer missing = simulator.may(ADMINISTRATOR, "li.na", "x.case.read", "nothing");
        assertThat(foreign.allowed()).isFalse();
        assertThat(foreign.bindings()).extracting(Judged::code).containsExactly("NOT_FOUND");
        assertThat(missing.bindings()).isEqualTo(foreign.bindings());
    }

    @Test
    public void judges_everyBindingByItself() {
        known(true, HEAD, CLERK, new Binding(Role.CLK, Scope.ALL, LocalDate.of(2026, 3, 4)));
        Answer answer = simulator.may(ADMINISTRATOR, "li.na", "x.case.read", "case of 8");
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.bindings()).extracting(Judged::code).containsExactly("NOT_FOUND", "GRANTED");
    }

    @Test
    public void says_thatNobodyLooksForTheId() {
        known(true, SEC);
        assertThat(simulator.may(ADMINISTRATOR, "li.na", GateSimulator.ASK, "7").bindings())
                .extracting(Judged::code)
                .containsExactly("ID_UNASKED");
    }

    @Test
    public void says_whatIsMissing_whenNoBindingIsValid() {
        known(true);
        Answer read = simulator.may(ADMINISTRATOR, "li.na", "x.case.read", null);
        assertThat(read.allowed()).isFalse();
        assertThat(read.why()).contains("没有有效授权");
        assertThat(simulator
                        .may(ADMINISTRATOR, "li.na", PlatformPermissions.OWN_PASSWORD, null)
                        .allowed())
                .isTrue();
        known(false, HEAD);
        Answer closed = simulator.may(ADMINISTRATOR, "li.na", PlatformPermissions.OWN_PASSWORD, null);
        assertThat(closed.allowed()).isFalse();
        assertThat(closed.why()).contains("已停用");
    }

    @Test
    public void says_thatTheScopesOfAnOldSystemLeaveAnOperationOut() {
        known(true);
        Binding binding = new Binding(Role.LEG, Scope.ALL, null);
        when(legacy.asked("li.na", Channel.REST, "127.0.0.1"))
                .thenReturn(Optional.of(new Caller(
                        "li.na",
                        "旧系统",
                        List.of(binding),
                        binding,
                        Channel.REST,
                        "127.0.0.1",
                        Set.of(ApiScope.OFFICE_READ))));
        gate.add(PermissionTable.of("z")
                .grant("z.office.read", Role.LEG)
                .grant("z.case.push", Role.LEG)
                .scope(ApiScope.OFFICE_READ, "z.office.read")
                .build());
        assertThat(simulator.may(ADMINISTRATOR, "li.na", "z.office.read", null).allowed())
                .isTrue();
        assertThat(simulator.may(ADMINISTRATOR, "li.na", "z.case.push", null).bindings())
                .extracting(Judged::code)
                .containsExactly("API_SCOPE");
    }

    @Test
    public void isForAdministratorsAlone() {
        known(true, HEAD);
        Caller clerk = new Caller("clk", "张", List.of(CLERK), CLERK, Channel.REST, "127.0.0.1");
        assertThatThrownBy(() -> simulator.may(clerk, "li.na", "x.case.read", null))
                .isInstanceOf(Forbidden.class);
        when(accounts.find("nobody")).thenReturn(Optional.empty());
        assertThatThrownBy(() -> simulator.may(ADMINISTRATOR, "nobody", "x.case.read", null))
                .isInstanceOf(NotFound.class);
    }

    private void known(boolean active, Binding... bindings) {
        when(accounts.find("li.na"))
                .thenReturn(Optional.of(
                        new Account("li.na", "李娜", active ? "ACTIVE" : "CLOSED", false, List.of(bindings))));
    }
}
