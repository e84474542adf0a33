package org.liaison.architecture.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.liaison.platform.api.Role;

/** The tables that were built say what the permission matrix says, and where they do not, the reason is written down. */
public class MatrixTest {
    private static final String APPROVE = "registration.application.approve";

    @Test
    public void tables_sayWhatTheMatrixSays() throws Exception {
        assertThat(Matrix.read().differences(Tables.grants()))
                .as("docs/permissions/README.md tells what to write for a new operation")
                .isEmpty();
    }

    @Test
    public void grantThatIsMissing_isNamed() throws Exception {
        assertThat(Matrix.read().differences(changed(APPROVE, Role.LDR, null)))
                .containsExactly(APPROVE + " for LDR: the table says NONE, the matrix ALL");
    }

    @Test
    public void grantThatNobodyGave_isNamed() throws Exception {
        assertThat(Matrix.read().differences(changed(APPROVE, Role.CLK, Role.Reach.ALL)))
                .containsExactly(APPROVE + " for CLK: the table says ALL, the matrix NONE");
    }

    @Test
    public void widerReach_isNamed() throws Exception {
        String read = "registration.application.read";
        assertThat(Matrix.read().differences(changed(read, Role.HED, Role.Reach.ALL)))
                .containsExactly(read + " for HED: the table says ALL, the matrix OFFICE");
    }

    @Test
    public void operationWithoutARow_isNamed() throws Exception {
        assertThat(Matrix.read().differences(changed("registration.office.sell", Role.CLK, Role.Reach.ALL)))
                .containsExactly("registration.office.sell has no row in operations.csv");
    }

    @Test
    public void operationThatIsInNoTable_isNamed() throws Exception {
        Map<String, Map<Role, Role.Reach>> grants = new LinkedHashMap<>(Tables.grants());
        grants.remove(APPROVE);
        assertThat(Matrix.read().differences(grants))
                .containsExactly(APPROVE + " stands in operations.csv and in no table");
    }

    @Test
    public void rightThatNoOperationExercises_isNamed() {
        List<List<String>> rights = List.of(
                List.of("1", "Lamp", "CLK", "READ", "ALL", ""),
                List.of("1", "Lamp", "REV", "DECIDE", "ALL", "on"),
                List.of("2", "Switch", "REV", "DECIDE", "ALL", ""));
        Matrix lamp = new Matrix(rights, List.of(List.of("x.lamp.read", "1", "ANY", "")), List.of());
        assertThat(lamp.differences(Map.of("x.lamp.read", Map.of(Role.CLK, Role.Reach.ALL, Role.REV, Role.Reach.ALL))))
                .containsExactly("no operation is an exercise of 1,REV,DECIDE,ALL,on");
    }

    @Test
    public void deviation_countsWithAReasonAndAnEffect() {
        List<List<String>> rights = List.of(List.of("1", "Lamp", "CLK", "READ", "ALL", ""));
        List<List<String>> uses = List.of(List.of("x.lamp.read", "1", "ANY", ""));
        Map<String, Map<Role, Role.Reach>> both =
                Map.of("x.lamp.read", Map.of(Role.CLK, Role.Reach.ALL, Role.REV, Role.Reach.ALL));
        assertThat(new Matrix(rights, uses, List.of(List.of("+", "1", "REV", "READ", "ALL", "", "sees the lamp")))
                        .differences(both))
                .isEmpty();
        assertThat(new Matrix(rights, uses, List.of(List.of("+", "1", "REV", "READ", "ALL", "", ""))).differences(both))
                .containsExactly("deviation without a reason: 1,REV,READ,ALL,");
        assertThat(new Matrix(rights, uses, List.of(List.of("-", "1", "LDR", "READ", "ALL", "", "dark")))
                        .differences(Map.of("x.lamp.read", Map.of(Role.CLK, Role.Reach.ALL))))
                .containsExactly("deviation without effect: - 1,LDR,READ,ALL,");
    }

    private static Map<String, Map<Role, Role.Reach>> changed(String operation, Role role, Role.Reach reach)
            throws Exception {
        Map<String, Map<Role, Role.Reach>> grants = new LinkedHashMap<>(Tables.grants());
        Map<Role, Role.Reach> row = new EnumMap<>(Role.class);
        row.putAll(grants.getOrDefault(operation, Map.of()));
        if (reach == null) {
            row.remove(role);
        } else {
            row.put(role, reach);
        }
        grants.put(operation, row);
        return grants;
    }
}
