package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Office;
import org.liaison.registration.internal.notice.ApplicationNews;
import org.liaison.registration.internal.rules.CsvRuleBook;

public class ApplicationFilesTest {
    @Rule
    public final FilingRoom room = new FilingRoom();

    private final Attachments attachments = mock(Attachments.class);
    private Caller clerk;
    private AuditTrail audit;
    private ApplicationFiles files;
    private Office office;
    private String id;

    @Before
    public void draft() {
        clerk = room.clerk;
        audit = room.audit;
        office = room.open(Samples.forms().get(0));
        id = room.applications
                .create(caller("filer.one", Role.FIL), NewApplication.of(office.id()), null)
                .id();
        ApplicationViews views = new ApplicationViews(
                new IdentityReferences(new PlainIdentityNumbers()), attachments, new CsvRuleBook(), room.door.clock());
        files = new ApplicationFiles(
                attachments,
                audit,
                new ApplicationCases(room.door, room.database, views, new ApplicationNews(room.notices)));
        Attachment file = new Attachment(
                "f1", "application", id, office.id(), "M3c", "a.png", 1, "00", "image/png", "filer.one", Instant.EPOCH);
        when(attachments.of("application", id)).thenReturn(List.of(file));
        when(attachments.open("f1")).thenAnswer(call -> InputStream.nullInputStream());
    }

    private void submitted() {
        room.database.execute("update registration.application set state = 'SUBMITTED', submitted_on = '2026-03-02'");
    }

    private Caller caller(String account, Role role) {
        return Samples.caller(account, role, Scope.office(office.id()));
    }

    @Test
    public void officeOpensWithoutAReason_theFilerTheOwnUploadsOnly() throws Exception {
        assertThat(files.open(caller("filer.one", Role.FIL), id, "f1", null)).isEmpty();
        assertThat(files.open(caller("head.one", Role.HED), id, "f1", null)).isEmpty();
        assertThatThrownBy(() -> files.open(caller("filer.two", Role.FIL), id, "f1", null))
                .isInstanceOf(Forbidden.class);
        verifyNoInteractions(audit);
    }

    @Test
    public void bureauOpensAfterTheRecord_whenItGivesAReason() throws Exception {
        submitted();
        assertThat(files.open(clerk, id, "f1", "审核材料")).isEmpty();
        var order = inOrder(audit, attachments);
        order.verify(audit).record(eq(clerk), any(), eq("OK"), eq("审核材料"));
        order.verify(attachments).open("f1");
    }

    @Test
    public void bureauIsRefused_withoutAFitReasonOrBeforeSubmission() {
        assertThatThrownBy(() -> files.open(clerk, id, "f1", "审核材料")).isInstanceOf(NotFound.class);
        submitted();
        for (String reason : new String[] {null, "", "字".repeat(201), "37010119720315901X"}) {
            assertThat(catchThrowableOfType(() -> files.open(clerk, id, "f1", reason), Invalid.class)
                            .violations())
                    .hasSize(1);
        }
        verify(attachments, org.mockito.Mockito.never()).open(any());
        verifyNoInteractions(audit);
    }
}
