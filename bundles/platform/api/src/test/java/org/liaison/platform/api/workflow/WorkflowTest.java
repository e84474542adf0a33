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

    private enum Hand implements Labelled {
        MAKE,
        MOVE,
        CLAIM,
        RELEASE,
        REASSIGN,
        CONFIRM,
        REJECT;

        @Override
        public String label() {
            return name();
        }
    }

    private final Workflow<Light, Turn> workflow = Workflow.<Light, Turn>of("street.light")
            .step(null, Turn.PLUG_IN, Light.RED, Set.of(Role.CLK), "", "")
            .step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK, Role.REV), "way is free", "time")
            .claimed()
            .source("[S] 三（一）")
            .step(Light.GREEN, Turn.STOP, Light.RED, Set.of(Role.LDR), "", "")
            .confirmedBy(Role.PSU)
            .parts(Set.of(Role.CLK, Role.REV), Set.of(Role.LDR))
            .build();

    @Test
    public void fire_answersTheNextState() {
        assertThat(workflow.fire(null, Turn.PLUG_IN)).isEqualTo(Light.RED);
        assertThat(workflow.fire(Light.RED, Turn.GO)).isEqualTo(Light.GREEN);
    }

    @Test
    public void fire_namesTheLegalEvents_whenTheStateHasNotTheEvent() {
        assertThatThrownBy(() -> workflow.fire(Light.GREEN, Turn.GO)).isInstanceOfSatisfying(Conflict.class, e -> {
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
        WorkflowBuilder<Light, Turn> table =
                Workflow.<Light, Turn>of("x").step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK), "", "");
        assertThatThrownBy(() -> table.step(Light.RED, Turn.GO, Light.RED, Set.of(Role.CLK), "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void row_tellsClaimSeparationAndSource() {
        assertThat(workflow.row(Light.RED, Turn.GO).claimed()).isTrue();
        assertThat(workflow.row(Light.RED, Turn.GO).source()).isEqualTo("[S] 三（一）");
        assertThat(workflow.row(Light.RED, Turn.GO).apartFrom()).containsExactly(Role.LDR);
        assertThat(workflow.row(Light.RED, Turn.GO).confirmedBy()).isEmpty();
        assertThat(workflow.row(Light.GREEN, Turn.STOP).claimed()).isFalse();
        assertThat(workflow.row(Light.GREEN, Turn.STOP).apartFrom()).containsExactly(Role.CLK, Role.REV);
        assertThat(workflow.row(Light.GREEN, Turn.STOP).confirmedBy()).containsExactly(Role.PSU);
        assertThat(workflow.apartFrom(Role.FIL)).isEmpty();
    }

    @Test
    public void queue_letsTheHoldersOfAClaimedRowPassTheCaseOn() {
        Workflow<Light, Hand> table = Workflow.<Light, Hand>of("x")
                .step(null, Hand.MAKE, Light.RED, Set.of(Role.FIL), "", "")
                .step(Light.RED, Hand.MOVE, Light.GREEN, Set.of(Role.CLK), "", "")
                .claimed()
                .step(Light.GREEN, Hand.MOVE, Light.RED, Set.of(Role.FIL), "", "")
                .confirmedBy(Role.REV)
                .queue(Hand.CLAIM, Hand.RELEASE, Hand.REASSIGN)
                .proposals(Hand.CONFIRM, Hand.REJECT)
                .build();
        assertThat(table.holders(Light.RED)).containsExactly(Role.CLK);
        assertThat(table.holders(Light.GREEN)).isEmpty();
        assertThat(table.legal(Light.RED, Role.CLK))
                .containsExactly(Hand.MOVE, Hand.CLAIM, Hand.RELEASE, Hand.REASSIGN);
        assertThat(table.row(Light.RED, Hand.CLAIM).claimed()).isFalse();
        assertThat(table.row(Light.RED, Hand.REASSIGN).claimed()).isTrue();
        assertThat(table.legal(Light.GREEN, Role.REV)).containsExactly(Hand.CONFIRM, Hand.REJECT);
        assertThat(table.row(Light.GREEN, Hand.CONFIRM).inPlace()).isTrue();
    }

    @Test
    public void grant_writesNoRow_whenTimeAloneFires() {
        Workflow<Light, Turn> table = Workflow.<Light, Turn>of("x")
                .step(null, Turn.PLUG_IN, Light.RED, Set.of(Role.CLK), "", "")
                .step(Light.RED, Turn.GO, Light.GREEN, Set.of(), "", "")
                .build();
        assertThat(table.grant(PermissionTable.of("x")).build().grants()).containsOnlyKeys("x.plug-in");
        assertThat(table.markdown()).contains("| RED 灯0 | GO 事1 | GREEN 灯1 | time |");
    }

    @Test
    public void everyCell_isARowOrARefusal() {
        int rows = 0;
        for (Light from : new Light[] {null, Light.RED, Light.GREEN}) {
            for (Turn event : Turn.values()) {
                if (workflow.step(from, event).isPresent()) {
                    rows++;
                    assertThat(workflow.row(from, event).event()).isEqualTo(event);
                } else {
                    assertThatThrownBy(() -> workflow.row(from, event)).isInstanceOf(Conflict.class);
                }
            }
        }
        assertThat(rows).isEqualTo(workflow.steps().size());
    }

    @Test
    public void build_isRefused_whenNoRowStartsACase() {
        WorkflowBuilder<Light, Turn> table =
                Workflow.<Light, Turn>of("x").step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK), "", "");
        assertThatThrownBy(table::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starts");
    }

    @Test
    public void build_isRefused_whenAStateIsNeverReached() {
        WorkflowBuilder<Light, Turn> table = Workflow.<Light, Turn>of("x")
                .step(null, Turn.PLUG_IN, Light.RED, Set.of(Role.CLK), "", "")
                .step(Light.GREEN, Turn.STOP, Light.RED, Set.of(Role.CLK), "", "");
        assertThatThrownBy(table::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GREEN");
    }

    @Test
    public void build_isRefused_whenARowMixesSeparatedParts() {
        WorkflowBuilder<Light, Turn> table = Workflow.<Light, Turn>of("x")
                .step(null, Turn.PLUG_IN, Light.RED, Set.of(Role.CLK), "", "")
                .step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK, Role.LDR), "", "")
                .parts(Set.of(Role.CLK), Set.of(Role.LDR));
        assertThatThrownBy(table::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mixes");
    }

    @Test
    public void terminal_isAStateWithoutAWayOut() {
        assertThat(workflow.terminal()).isEmpty();
        assertThat(Workflow.<Light, Turn>of("x")
                        .step(null, Turn.PLUG_IN, Light.RED, Set.of(Role.CLK), "", "")
                        .step(Light.RED, Turn.GO, Light.GREEN, Set.of(Role.CLK), "", "")
                        .build()
                        .terminal())
                .containsExactly(Light.GREEN);
    }

    @Test
    public void markdown_holdsDiagramAndEveryRow() {
        assertThat(workflow.markdown())
                .startsWith("# street.light\n")
                .contains("    RED : RED 灯0\n", "    [*] --> RED : 事0\n", "    RED --> GREEN : 事1\n")
                .contains("| — | PLUG_IN 事0 | RED 灯0 | CLK |  |  | LDR |  |  |  |\n")
                .contains("| RED 灯0 | GO 事1 | GREEN 灯1 | CLK, REV |  | yes | LDR | way is free | time | [S] 三（一） |\n")
                .contains("| GREEN 灯1 | STOP 事2 | RED 灯0 | LDR | PSU |  | CLK, REV |  |  |  |\n");
    }
}
