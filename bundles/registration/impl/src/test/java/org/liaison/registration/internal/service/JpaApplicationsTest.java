package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.store.RegistrationDatabase;
import org.mockito.AdditionalAnswers;

public class JpaApplicationsTest {
    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private final OpenDoor door = new OpenDoor();
    private final Accounts accounts = mock(Accounts.class);
    private final Attachments attachments = mock(Attachments.class);
    private final Caller clerk = Samples.caller("clerk", Role.CLK, Scope.ALL);
    private final Caller reviewer = Samples.caller("reviewer", Role.REV, Scope.ALL);
    private final Caller leader = Samples.caller("leader", Role.LDR, Scope.ALL);

    @Test
    public void approveEntersTheRegister_whenASampleGoesTheMainWay() {
        RuleBook book = mock(RuleBook.class, AdditionalAnswers.delegatesTo(new CsvRuleBook()));
        doReturn("鲁事管备").when(book).setting(any(), any());
        JpaApplications applications = new JpaApplications(
                door, accounts, attachments, new PlainIdentityNumbers(), mock(AuditTrail.class), book, database, null);
        JpaOffices offices = new JpaOffices(door, accounts, database, null);
        Form form = Samples.forms().get(0);
        Office office = offices.open(clerk, Samples.opening(form), null).office();
        Caller head = Samples.caller("head.one", Role.HED, Scope.office(office.id()));
        Application a = applications.create(head, office.id(), null);
        String id = a.id();
        a = applications.putForm(head, id, a.version(), form, null);
        long drafted = a.version();
        Invalid refused = catchThrowableOfType(() -> applications.submit(head, id, drafted, null), Invalid.class);
        assertThat(refused.violations()).isNotEmpty();
        assertThat(applications.get(head, id).state()).isEqualTo(ApplicationState.DRAFT);

        when(attachments.of("application", id)).thenReturn(files(id, office.id()));
        a = applications.submit(head, id, drafted, null);
        assertThat(a.no()).startsWith("SQ-20260302-");
        assertThat(a.snapshotSha256()).hasSize(64);
        a = applications.claim(clerk, id, a.version(), null);
        a = applications.accept(clerk, id, a.version(), null, null);
        a = applications.sendToReview(clerk, id, a.version(), "材料齐全", null);
        a = applications.claim(reviewer, id, a.version(), null);
        a = applications.agree(reviewer, id, a.version(), "同意", null);
        a = applications.claim(leader, id, a.version(), null);
        a = applications.approve(leader, id, a.version(), null, null);

        assertThat(a.state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(a.decisionNo()).isEqualTo("鲁事管备〔2026〕1号");
        assertThat(a.certificateNo()).isEqualTo("鲁驻登字第37020020260001号");
        assertThat(applications.get(leader, id)).isEqualTo(a);
        assertThat(offices.get(clerk, office.id()).status()).isEqualTo(OfficeStatus.REGISTERED);
        assertThat(database.count("select count(*) from registration.register_version"))
                .isEqualTo(3 + form.premises().size());
        assertThat(database.count("select count(*) from registration.certificate where status = 'TO_PRINT'"))
                .isEqualTo(1);
    }

    private static List<Attachment> files(String id, String officeId) {
        List<Attachment> files = new ArrayList<>();
        for (String kind : List.of("M1", "M2", "M3a", "M3b", "M3c", "M3c", "M4", "M5")) {
            files.add(new Attachment(
                    "f" + files.size(),
                    "application",
                    id,
                    officeId,
                    kind,
                    "a.pdf",
                    1,
                    "00",
                    "application/pdf",
                    "head.one",
                    Instant.EPOCH));
        }
        return files;
    }
}
