package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Rule;
import org.junit.Test;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Step;

public class JpaApplicationsTest {
    @Rule
    public final FilingRoom room = new FilingRoom();

    @Test
    public void approveEntersTheRegister_whenASampleGoesTheMainWay() {
        Application a = room.pending(0);
        assertThat(a.no()).startsWith("SQ-20260302-");
        assertThat(a.snapshotSha256()).hasSize(64);
        a = room.fire(room.leader, a, ApplicationEvent.APPROVE, null);

        assertThat(a.state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(a.decisionNo()).isEqualTo("鲁事管备〔2026〕1号");
        assertThat(a.certificateNo()).isEqualTo("鲁驻登字第37020020260001号");
        assertThat(room.applications.get(room.leader, a.id())).isEqualTo(a);
        assertThat(room.offices.get(room.clerk, a.officeId()).status()).isEqualTo(OfficeStatus.REGISTERED);
        assertThat(room.database.count("select count(*) from registration.register_version"))
                .isEqualTo(3 + a.form().premises().size());
        assertThat(room.database.count("select count(*) from registration.certificate where status = 'TO_PRINT'"
                        + " and next_office_id = office_id and live_office_id is null"))
                .isEqualTo(1);
        assertThat(room.database.count("select count(*) from registration.certificate_copy"))
                .isEqualTo(2);
    }

    @Test
    public void everySampleCanBeApproved_asItIs() {
        for (int sample = 0; sample < Samples.forms().size(); sample++) {
            Application a = room.fire(room.leader, room.pending(sample), Step.of(ApplicationEvent.APPROVE, null));
            assertThat(a.state()).as("sample " + sample).isEqualTo(ApplicationState.APPROVED);
        }
    }
}
