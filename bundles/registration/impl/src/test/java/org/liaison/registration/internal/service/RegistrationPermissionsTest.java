package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.liaison.platform.api.Role;

public class RegistrationPermissionsTest {
    /** Rows 1 to 5 and 38 of the permission matrix once more, written by hand. */
    private static final Map<String, String> EXPECTED =
            """
            registration.office.open=CLK
            registration.office.read=CLK REV LDR PSU INS FIL HED DGV LEG AUD
            registration.application.create=FIL HED LEG
            registration.application.enter-legacy=CLK
            registration.application.read=CLK REV LDR INS FIL HED DGV LEG AUD
            registration.application.edit=FIL HED LEG
            registration.application.photo=CLK INS
            registration.upload.write=CLK INS FIL HED LEG
            registration.application.precheck=CLK REV LDR FIL HED LEG
            registration.application.lapse=CLK REV LDR FIL HED LEG
            registration.application.submit=FIL HED
            registration.application.resubmit=FIL HED
            registration.application.withdraw=HED
            registration.application.tick=CLK
            registration.application.answer=CLK
            registration.application.return=CLK
            registration.application.refuse-intake=CLK
            registration.application.accept=CLK
            registration.application.send-to-review=CLK
            registration.application.ask-onsite=REV
            registration.application.report-onsite=CLK INS
            registration.application.return-to-clerk=REV
            registration.application.agree=REV
            registration.application.return-to-review=LDR
            registration.application.approve=LDR
            registration.application.deny=LDR
            registration.application.extend=CLK REV LDR
            registration.application.claim=CLK REV LDR
            registration.application.release=CLK REV LDR
            registration.application.reassign=CLK REV LDR
            registration.application.confirm=CLK REV LDR INS
            registration.application.reject=CLK REV LDR INS
            registration.figures.read=CLK REV LDR FIL HED DGV AUD
            registration.changes.read=LEG AUD
            registration.paper.print=CLK REV LDR FIL HED AUD
            registration.paper.internal=CLK REV LDR AUD
            registration.file.read=CLK REV LDR FIL HED
            registration.identity.view=CLK REV LDR FIL HED
            registration.certificate.issue=SYS
            registration.certificate.claim=CLK
            registration.certificate.release=CLK
            registration.certificate.reassign=CLK
            registration.certificate.print=CLK
            registration.certificate.spoil=CLK
            registration.certificate.hand-over=CLK
            registration.certificate.supersede=SYS
            registration.certificate.read=CLK REV LDR FIL HED DGV AUD
            registration.certificate.check=CLK REV LDR PSU INS FIL HED DGV LEG OPS SEC AUD SYS PUB
            """
                    .lines()
                    .map(line -> line.split("="))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));

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
    public void everyGrant_hasTheHomeReachOfItsRole_butTheCheckIsForAll() {
        RegistrationPermissions.TABLE
                .grants()
                .forEach((operation, row) -> row.forEach((role, reach) -> assertThat(reach)
                        .as(operation)
                        .isEqualTo(
                                operation.equals("registration.certificate.check") ? Role.Reach.ALL : role.reach())));
    }

    @Test
    public void technicalRolesAndThePublic_mayCheckACertificateAndNothingElse() {
        for (Role role : Set.of(Role.OPS, Role.SEC, Role.PUB)) {
            assertThat(RegistrationPermissions.TABLE.grants().entrySet())
                    .filteredOn(row -> row.getValue().containsKey(role))
                    .extracting(Map.Entry::getKey)
                    .containsExactly("registration.certificate.check");
        }
    }

    @Test
    public void everyRightOfALegacySystem_liesInOneScope_andNoOtherRight() {
        Set<String> granted = RegistrationPermissions.TABLE.grants().entrySet().stream()
                .filter(row -> row.getValue().containsKey(Role.LEG))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(RegistrationPermissions.TABLE.scopes().values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(granted);
    }
}
