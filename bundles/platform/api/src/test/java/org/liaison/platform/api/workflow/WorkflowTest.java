package org.liaison.platform.api.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;

public class WorkflowTest {
    private enum Light implements Labelled {
        RED,
        GREEN;

        @Override
        public String label() {
            return "灯" + ordinal();
        }
    }

    private enum Turn implements Labelled {
        PLUG_IN,
        GO,
        STOP;

        @Override
        public String label() {
            return "事" + ordinal();
        }
    }

    private final Workflow<Light, Turn> workflow = Workflow.<Light, Turn>of("street.light")
            .step(null, Turn.PLUG_IN, Light.RED, Set.of(Role.CLK), "", "")
            .step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK, Role.REV), "way is free", "time")
            .step(Light.GREEN, Turn.STOP, Light.RED, Set.of(Role.LDR), "", "")
            .build();

    @Test
    public void fire_answersTheNextState() {
        assertThat(workflow.fire(null, Turn.PLUG_IN)).isEqualTo(Light.RED);
        assertThat(workflow.fire(Light.RED, Turn.GO)).isEqualTo(Light.GREEN);
    }

    @Test
    public void fire_namesTheLegalEvents_whenTheStateHasNotTheEvent() {
        assertThatThrownBy(() -> workflow.fire(Light.GREEN, Turn.GO))
                .isInstanceOfSatisfying(Conflict.class, e -> {
                    assertThat(e.code()).isEqualTo("ILLEGAL_TRANSITION");
                    assertThat(e.legal()).containsExactly("STOP");
                    assertThat(e).hasMessageContaining("灯1");
                });
    }

    @Test
    public void legal_holdsOnlyTheRolesEvents() {
        assertThat(workflow.legal(Light.RED, Role.REV)).containsExactly(Turn.GO);
        assertThat(workflow.legal(Light.RED, Role.LDR)).isEmpty();
        assertThat(workflow.waitingFor(Role.CLK)).containsExactly(Light.RED);
    }

    @Test
    public void grant_writesOneRowAnEvent() {
        PermissionTable table = workflow.grant(PermissionTable.of("street")).build();
        assertThat(table.grants()).containsOnlyKeys("street.light.plug-in", "street.light.go", "street.light.stop");
        assertThat(table.grants().get("street.light.go")).containsOnlyKeys(Role.CLK, Role.REV);
    }

    @Test
    public void step_isRefused_whenWrittenTwice() {
        Workflow.Builder<Light, Turn> table =
                Workflow.<Light, Turn>of("x").step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK), "", "");
        assertThatThrownBy(() -> table.step(Light.RED, Turn.GO, Light.RED, Set.of(Role.CLK), "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void markdown_holdsEveryRow() {
        assertThat(workflow.markdown())
                .contains("| — | PLUG_IN 事0 | RED 灯0 | CLK |  |  |")
                .contains("| RED 灯0 | GO 事1 | GREEN 灯1 | CLK, REV | way is free | time |");
    }
}
