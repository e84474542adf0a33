package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;
import org.liaison.platform.api.Role;

public class RegistrationPermissionsTest {
    /** Rows 1 to 4 of the permission matrix once more, written by hand. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("registration.office.open", "CLK"),
            Map.entry("registration.office.read", "CLK REV LDR PSU INS FIL HED DGV LEG AUD"),
            Map.entry("registration.application.create", "FIL HED"),
            Map.entry("registration.application.read", "CLK REV LDR INS FIL HED DGV AUD"),
            Map.entry("registration.application.edit", "FIL HED"),
            Map.entry("registration.application.submit", "FIL HED"),
            Map.entry("registration.application.claim", "CLK REV LDR"),
            Map.entry("registration.application.release", "CLK REV LDR"),
            Map.entry("registration.application.reassign", "CLK REV LDR"),
            Map.entry("registration.application.accept", "CLK"),
            Map.entry("registration.application.send-to-review", "CLK"),
            Map.entry("registration.application.agree", "REV"),
            Map.entry("registration.application.approve", "LDR"),
            Map.entry("registration.paper.print", "CLK REV LDR FIL HED AUD"),
            Map.entry("registration.paper.internal", "CLK REV LDR AUD"),
            Map.entry("registration.file.read", "CLK REV LDR FIL HED"),
            Map.entry("registration.identity.view", "CLK REV LDR FIL HED")));

    @Test
    public void everyOperation_isGrantedAsTheMatrixSays() {
        Map<String, Set<Role>> expected = EXPECTED.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> Set.of(e.getValue().split(" ")).stream()
                                .map(Role::valueOf)
                                .collect(Collectors.toSet())));
        assertThat(RegistrationPermissions.TABLE.grants())
                .allSatisfy((operation, row) ->
                        assertThat(row.keySet()).as(operation).isEqualTo(expected.get(operation)))
                .containsOnlyKeys(expected.keySet());
    }

    @Test
    public void everyGrant_hasTheHomeReachOfItsRole() {
        RegistrationPermissions.TABLE
                .grants()
                .forEach((operation, row) -> row.forEach(
                        (role, reach) -> assertThat(reach).as(operation).isEqualTo(role.reach())));
    }

    @Test
    public void technicalRoles_haveNoOperation() {
        assertThat(RegistrationPermissions.TABLE.grants().values())
                .noneMatch(row -> row.containsKey(Role.OPS) || row.containsKey(Role.SEC));
    }
}
