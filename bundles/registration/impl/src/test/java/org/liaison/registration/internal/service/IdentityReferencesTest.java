package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Form;
import org.liaison.registration.internal.store.FormJson;

public class IdentityReferencesTest {
    /** Two people whose numbers end alike. */
    private static final String FIRST = "370101197203159019";

    private static final String SECOND = "320101198002299019";
    private static final String OFFICE_MASK = "**************9019";

    private final IdentityReferences references = new IdentityReferences(new PlainIdentityNumbers());
    private final Caller head = Samples.caller("head.one", Role.HED, Scope.office("o"));
    private final Unit unit = mock(Unit.class);

    private Form deputies(String... namesAndNumbers) {
        ObjectNode form = new ObjectMapper().createObjectNode();
        ArrayNode rows = form.putArray("deputies");
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            rows.addObject().put("name", namesAndNumbers[i]).put("idNumber", namesAndNumbers[i + 1]);
        }
        return FormJson.read(form.toString());
    }

    private Form keep(Form typed, Form stored) {
        when(unit.caller()).thenReturn(head);
        return references.keep(unit, typed, stored);
    }

    @Test
    public void everyRoleSeesItsMask_always() {
        Form stored = keep(deputies("甲", FIRST), deputies());
        for (Role role : Role.values()) {
            boolean bureau = List.of(Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.INS, Role.AUD)
                    .contains(role);
            Caller caller = Samples.caller("somebody", role, Scope.ALL);
            assertThat(references.masked(stored, caller).deputies().get(0).idNumber())
                    .as(role.name())
                    .isEqualTo(bureau ? "370101********9019" : OFFICE_MASK);
        }
    }

    @Test
    public void maskIsUnchanged_whenItComesBackAsServedInAnotherRow() {
        Form stored = keep(deputies("甲", FIRST, "乙", "37010119720315901X"), deputies());
        Form moved = keep(deputies("乙", "**************901X", "甲", OFFICE_MASK), stored);
        assertThat(references.clear(moved).deputies())
                .extracting(Form.Deputy::idNumber)
                .containsExactly("37010119720315901X", FIRST);
    }

    @Test
    public void maskIsRefused_whenTwoPeopleLookAlikeBehindItAndChangedPlaces() {
        Form stored = keep(deputies("甲", FIRST, "乙", SECOND), deputies());
        assertThat(keep(deputies("甲", OFFICE_MASK, "乙", OFFICE_MASK), stored)).isEqualTo(stored);
        Invalid refused =
                catchThrowableOfType(() -> keep(deputies("乙", OFFICE_MASK, "甲", OFFICE_MASK), stored), Invalid.class);
        assertThat(refused.violations())
                .containsExactly(new Violation("deputies[0].idNumber", "ID_NUMBER_MASKED", refused.getMessage()));
    }

    @Test
    public void anyOtherStarIsRefused_always() {
        Form stored = keep(deputies("甲", FIRST), deputies());
        for (String typed : List.of("*", "370101********9019", "**************9018", "*" + FIRST, OFFICE_MASK + "*")) {
            Invalid refused = catchThrowableOfType(() -> keep(deputies("甲", typed), stored), Invalid.class);
            assertThat(refused.violations()).extracting(Violation::code).containsExactly("ID_NUMBER_MASKED");
        }
    }
}
