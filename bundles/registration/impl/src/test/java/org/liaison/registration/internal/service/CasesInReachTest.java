package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.registration.api.Application;

public class CasesInReachTest {
    @Rule
    public final FilingRoom room = new FilingRoom();

    @Test
    public void findsTheOwn_andTellsAForeignFromAMissingOneByNothing() {
        CasesInReach cases = new CasesInReach(room.database, null);
        Application mine = room.submitted(0);
        Application foreign = room.submitted(1);
        Caller head = room.head(mine.officeId());

        assertThat(asked(cases, head, "registration.application.withdraw", mine.id()))
                .isTrue();
        assertThat(asked(cases, head, "registration.application.withdraw", foreign.id()))
                .isFalse();
        assertThat(asked(cases, head, "registration.application.withdraw", "0")).isFalse();
        assertThat(asked(cases, head, "registration.file.read", foreign.id())).isFalse();
        assertThat(asked(cases, head, "registration.office.read", mine.officeId()))
                .isTrue();
        assertThat(asked(cases, head, "registration.office.read", foreign.officeId()))
                .isFalse();
        assertThat(asked(cases, head, "registration.application.create", mine.officeId()))
                .isTrue();
        assertThat(asked(cases, head, "registration.certificate.read", "0")).isFalse();
        assertThat(asked(cases, room.clerk, "registration.paper.print", foreign.id()))
                .isTrue();
    }

    @Test
    public void isNotAsked_aboutWhatIsNoCase() {
        CasesInReach cases = new CasesInReach(room.database, null);
        Caller clerk = room.clerk;
        for (String operation : new String[] {"registration.changes.read", "platform.user.create", "registration"}) {
            assertThat(cases.reaches(clerk, clerk.acting().scope(), operation, "1"))
                    .as(operation)
                    .isEmpty();
        }
    }

    private static boolean asked(CasesInReach cases, Caller caller, String operation, String id) {
        return cases.reaches(caller, caller.acting().scope(), operation, id).orElseThrow();
    }
}
