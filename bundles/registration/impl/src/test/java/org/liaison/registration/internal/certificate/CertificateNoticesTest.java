package org.liaison.registration.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.Handover;
import org.liaison.registration.internal.notice.CertificateDuties;
import org.liaison.registration.internal.store.RegistrationDatabase;
import org.mockito.ArgumentCaptor;

/** What an office is told of its certificate, and what the job is told is due until it is handed over. */
public class CertificateNoticesTest {
    private static final LocalDate PRINTED = LocalDate.ofInstant(Registered.NOW, ZoneId.of("Asia/Shanghai"));

    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private Registered registered;
    private CertificateDuties duties;

    @Before
    public void build() {
        registered = new Registered(database, "https://jg.example.gov.cn");
        duties = new CertificateDuties(database, null, registered.book);
    }

    @Test
    public void officeIsToldOnce_whenItsCertificateIsPrinted() {
        Certificate printed = registered.print(registered.first(0));

        ArgumentCaptor<Message> told = ArgumentCaptor.forClass(Message.class);
        verify(registered.notices)
                .tell(
                        any(),
                        told.capture(),
                        eq(List.of(
                                Recipient.office(Role.FIL, printed.officeId()),
                                Recipient.office(Role.HED, printed.officeId()))));
        assertThat(told.getValue().rule()).isEqualTo("registration.certificate.ready");
        assertThat(told.getValue().subjectId()).isEqualTo(printed.id());
        assertThat(told.getValue().facts()).containsEntry("no", printed.number());
        handOver(printed);
        verifyNoMoreInteractions(registered.notices);
    }

    @Test
    public void bureauIsRemindedOfTheHandover_fromTheDecisionOn() {
        Certificate waiting = registered.first(0);
        // 10 working days from the day of issue
        LocalDate due = LocalDate.of(2026, 3, 16);
        assertThat(waiting.issueDate()).isEqualTo("2026-03-02");

        Duty duty = only(PRINTED);

        assertThat(duty.subjectId()).isEqualTo(waiting.id());
        assertThat(duty.dueOn()).isEqualTo(due);
        assertThat(duty.reminders())
                .extracting(Reminder::rule, Reminder::on)
                .containsExactly(
                        tuple("registration.handover.half", LocalDate.of(2026, 3, 9)),
                        tuple("registration.handover.most", LocalDate.of(2026, 3, 12)),
                        tuple("registration.handover.overdue", due.plusDays(1)));
        assertThat(duty.reminders().get(0).to())
                .containsExactly(new Recipient(Role.CLK, Set.of(Scope.ALL, Scope.city("370200")), null));
        assertThat(duty.reminders().get(2).to())
                .extracting(Recipient::role)
                .containsExactlyInAnyOrder(Role.CLK, Role.REV, Role.LDR);
    }

    @Test
    public void officeIsRemindedOnceAWeek_fromThePrintingOn() {
        Certificate printed = registered.print(registered.first(0));

        assertThat(ofOffice(PRINTED.plusDays(6))).isEmpty();
        Reminder first = ofOffice(PRINTED.plusDays(7)).get(0);
        Reminder second = ofOffice(PRINTED.plusDays(20)).get(0);

        assertThat(first.on()).isEqualTo(PRINTED.plusDays(7));
        assertThat(second.on()).isEqualTo(PRINTED.plusDays(14));
        assertThat(first.occasion()).isNotEqualTo(second.occasion());
        assertThat(first.to()).extracting(Recipient::role).containsExactly(Role.FIL, Role.HED);
        assertThat(first.facts()).containsEntry("no", printed.number());
    }

    @Test
    public void nothingIsDue_afterTheHandover() {
        Certificate printed = registered.print(registered.first(0));
        handOver(printed);

        assertThat(all(PRINTED.plusDays(30))).isEmpty();
    }

    @Test
    public void everyRuleHasItsWords_andTheirFacts() {
        registered.print(registered.first(0));

        List<Reminder> reminders = all(PRINTED.plusDays(7)).stream()
                .flatMap(duty -> duty.reminders().stream())
                .toList();
        assertThat(reminders).hasSize(4).allSatisfy(reminder -> {
            String text = registered.book.setting("notice." + reminder.rule() + ".text", PRINTED);
            for (String fact : reminder.facts().keySet()) {
                text = text.replace("{" + fact + "}", reminder.facts().get(fact));
            }
            assertThat(text).doesNotContain("{");
            assertThat(registered.book.setting("notice." + reminder.rule() + ".title", PRINTED))
                    .doesNotContain("{");
        });
    }

    @Test
    public void everyCertificateIsDueOnce_pageByPage() {
        List<String> waiting = new ArrayList<>();
        for (int sample = 0; sample < 3; sample++) {
            waiting.add(registered.first(sample).id());
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Duty> page = duties.duties(PRINTED, new PageRequest(1, after));
            page.items().forEach(duty -> seen.add(duty.subjectId()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(waiting);
    }

    private void handOver(Certificate printed) {
        registered.certificates.handOver(
                Registered.CLERK, printed.id(), printed.version(), new Handover("高建", PRINTED, null, null), null);
    }

    private List<Reminder> ofOffice(LocalDate day) {
        return all(day).stream()
                .flatMap(duty -> duty.reminders().stream())
                .filter(reminder -> reminder.rule().equals("registration.certificate.ready"))
                .toList();
    }

    private Duty only(LocalDate day) {
        assertThat(all(day)).hasSize(1);
        return all(day).get(0);
    }

    private List<Duty> all(LocalDate day) {
        return duties.duties(day, new PageRequest(10, null)).items();
    }
}
