package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;

public class TableGateTest {
    private static final PermissionTable TABLE =
            PermissionTable.of("x").grant("x.read", Role.CLK, Role.HED).build();

    private final TableGate gate = new TableGate();

    @Before
    public void addTable() {
        gate.add(TABLE);
    }

    @Test
    public void admits_withTheBindingsScope() {
        assertThat(gate.admit(caller(new Binding(Role.CLK, Scope.city("370100"), null)), "x.read"))
                .isEqualTo(Scope.city("370100"));
        assertThat(gate.admit(caller(new Binding(Role.HED, Scope.office("7"), null)), "x.read"))
                .isEqualTo(Scope.office("7"));
    }

    @Test
    public void admitted_isWhatAdmitLetsThrough_andOnesOwn() {
        assertThat(gate.admitted(caller(new Binding(Role.CLK, Scope.ALL, null))))
                .contains("x.read")
                .containsAll(PlatformPermissions.OWN);
        assertThat(gate.admitted(caller(new Binding(Role.OPS, Scope.ALL, null))))
                .doesNotContain("x.read")
                .containsAll(PlatformPermissions.OWN);
    }

    @Test
    public void admitted_isOnesOwnAlone_asLongAsNoBindingIsChosen() {
        Binding clerk = new Binding(Role.CLK, Scope.ALL, null);
        Caller undecided = new Caller("a", "甲", List.of(clerk, clerk), null, Channel.REST, "local");

        assertThat(gate.admitted(undecided)).isEqualTo(Set.copyOf(PlatformPermissions.OWN));
    }

    @Test
    public void refuses_whatIsInNoTable() {
        assertThatThrownBy(() -> gate.admit(caller(new Binding(Role.CLK, Scope.ALL, null)), "x.write"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    public void refuses_aRoleWithoutGrant() {
        assertThatThrownBy(() -> gate.admit(caller(new Binding(Role.OPS, Scope.ALL, null)), "x.read"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    public void admitsThePublic_toWhatIsGrantedToItAlone() {
        gate.add(PermissionTable.of("y")
                .grant("y.check", Role.values())
                .grant("y.read", Role.CLK)
                .build());
        Caller anybody = Caller.anonymous(Channel.REST, "203.0.113.9");
        assertThat(gate.admit(anybody, "y.check")).isEqualTo(Scope.ALL);
        assertThatThrownBy(() -> gate.admit(anybody, "y.read")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> gate.admit(anybody, "x.read")).isInstanceOf(Forbidden.class);
    }

    @Test
    public void refuses_anOfficeRoleBoundToNoOffice() {
        assertThatThrownBy(() -> gate.admit(caller(new Binding(Role.HED, Scope.ALL, null)), "x.read"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    public void admitsEverywhere_toWhatBelongsToNobody() {
        gate.add(PermissionTable.of("y")
                .grantEverywhere("y.check", Role.HED, Role.CLK)
                .build());
        assertThat(gate.admit(caller(new Binding(Role.HED, Scope.office("7"), null)), "y.check"))
                .isEqualTo(Scope.ALL);
        assertThat(gate.admit(caller(new Binding(Role.CLK, Scope.city("370100"), null)), "y.check"))
                .isEqualTo(Scope.city("370100"));
    }

    @Test
    public void asksForAChoice_whenSeveralBindingsArePossible() {
        Binding one = new Binding(Role.HED, Scope.office("1"), null);
        Binding two = new Binding(Role.HED, Scope.office("2"), null);
        Caller caller = new Caller("a", "甲", List.of(one, two), null, Channel.REST, "127.0.0.1");
        assertThatThrownBy(() -> gate.admit(caller, "x.read"))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("ACTING_REQUIRED"));
    }

    @Test
    public void lets_everybodyChangeTheOwnPassword() {
        Caller nobody = new Caller("a", "甲", List.of(), null, Channel.REST, "127.0.0.1");
        assertThat(gate.admit(nobody, PlatformPermissions.OWN_PASSWORD)).isEqualTo(Scope.ALL);
        assertThatThrownBy(() -> gate.admit(nobody, "x.read")).isInstanceOf(Forbidden.class);
    }

    @Test
    public void keepsTheTable_whileItsContextIsReplaced() {
        gate.remove(TABLE);
        assertThat(gate.admit(caller(new Binding(Role.CLK, Scope.ALL, null)), "x.read"))
                .isEqualTo(Scope.ALL);
    }

    @Test
    public void isUnavailable_beforeTheContextHasATable() {
        assertThatThrownBy(() -> gate.admit(caller(new Binding(Role.CLK, Scope.ALL, null)), "y.read"))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    public void says_whatStandsInTheWay_andNamesTheRow() {
        Binding head = new Binding(Role.HED, Scope.office("7"), null);
        assertThat(gate.judge(caller(head), "x.read"))
                .returns(Verdict.Finding.GRANTED, Verdict::finding)
                .returns("权限表“x.read”行授予负责人（HED），及于本机构", Verdict::why);
        assertThat(gate.judge(caller(new Binding(Role.OPS, Scope.ALL, null)), "x.read"))
                .returns(Verdict.Finding.NO_GRANT, Verdict::finding)
                .returns("权限表“x.read”行没有授予平台运维（OPS），只授予经办人（CLK）、负责人（HED）", Verdict::why);
        assertThat(gate.judge(caller(new Binding(Role.HED, Scope.ALL, null)), "x.read"))
                .returns(Verdict.Finding.SCOPE_KIND, Verdict::finding)
                .returns("权限表“x.read”行授予负责人（HED），但只及于本机构，而该授权的范围为ALL", Verdict::why);
        assertThat(gate.judge(caller(head), "x.write").finding()).isEqualTo(Verdict.Finding.NO_ROW);
        assertThat(gate.judge(caller(head), "y.read").finding()).isEqualTo(Verdict.Finding.NO_TABLE);
        assertThat(gate.judge(caller(head), "nonsense").finding()).isEqualTo(Verdict.Finding.NO_TABLE);
    }

    private static Caller caller(Binding binding) {
        return new Caller("a", "甲", List.of(binding), binding, Channel.REST, "127.0.0.1");
    }

    @Test
    public void admitsAProgram_toWhatItsScopesHoldAlone() {
        gate.add(PermissionTable.of("z")
                .grant("z.read", Role.LEG)
                .grant("z.push", Role.LEG)
                .grant("z.other", Role.LEG, Role.CLK)
                .grant("z.clerk", Role.CLK)
                .scope(ApiScope.OFFICE_READ, "z.read", "z.clerk")
                .scope(ApiScope.REPORT_PUSH, "z.push")
                .build());
        gate.add(PlatformPermissions.TABLE);
        Binding binding = new Binding(Role.LEG, Scope.ALL, null);
        Caller program = new Caller(
                "old", "旧系统", List.of(binding), binding, Channel.SOAP, "127.0.0.1", Set.of(ApiScope.OFFICE_READ));
        assertThat(gate.admit(program, "z.read")).isEqualTo(Scope.ALL);
        for (String operation : List.of("z.push", "z.other")) {
            assertThatThrownBy(() -> gate.admit(program, operation))
                    .isInstanceOfSatisfying(
                            Forbidden.class, e -> assertThat(e.code()).isEqualTo("SCOPE"));
        }
        for (String operation : List.of("z.clerk", PlatformPermissions.OWN_PASSWORD)) {
            assertThatThrownBy(() -> gate.admit(program, operation)).isInstanceOf(Forbidden.class);
        }
    }

    @Test
    public void strangers_haveNothingOfTheirOwn() {
        gate.add(PlatformPermissions.TABLE);
        Caller stranger = Caller.anonymous(Channel.REST, "127.0.0.1");
        PlatformPermissions.OWN.forEach(operation -> assertThatThrownBy(() -> gate.admit(stranger, operation))
                .as(operation)
                .isInstanceOf(Forbidden.class));
    }
}
