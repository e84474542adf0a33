package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.notice.FilingDuties;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.mockito.ArgumentCaptor;

/** What an office is told of its case, and what the job is told is due. */
public class ApplicationNoticesTest {
    private static final List<Step.Defect> DEFECTS =
            List.of(new Step.Defect("materials.M5", "申请表未盖章，请盖章后重新上传", "三（二）5"));

    @Rule
    public final FilingRoom room = new FilingRoom();

    private List<Message> told() {
        ArgumentCaptor<Message> told = ArgumentCaptor.forClass(Message.class);
        verify(room.notices, atLeast(0)).tell(any(), told.capture(), any());
        return told.getAllValues();
    }

    private Application returned(LocalDate due) {
        Application submitted = room.claim(room.clerk, room.submitted(0));
        return room.fire(room.clerk, submitted, Step.giveBack(due, DEFECTS));
    }

    @Test
    @SuppressWarnings("unchecked")
    public void returnIsTold_withItsNumberAndDay_toFilerAndHead() {
        Application returned = returned(LocalDate.of(2026, 3, 19));

        ArgumentCaptor<List<Recipient>> to = ArgumentCaptor.forClass(List.class);
        verify(room.notices).tell(any(), any(), to.capture());
        assertThat(to.getValue())
                .containsExactly(
                        Recipient.office(Role.FIL, returned.officeId()),
                        Recipient.office(Role.HED, returned.officeId()));
        assertThat(told()).singleElement().satisfies(message -> {
            assertThat(message.rule()).isEqualTo("registration.application.returned");
            assertThat(message.subjectId()).isEqualTo(returned.id());
            assertThat(message.facts()).containsEntry("no", returned.no()).containsEntry("due", "2026年3月19日");
        });
    }

    @Test
    public void acceptanceAndDecisionAreTold_andNothingOfWhatTheBureauDoesInside() {
        Application pending = room.pending(0);
        Application back = room.fire(room.leader, pending, ApplicationEvent.RETURN_TO_REVIEW, "请补充意见");
        back = room.claim(room.reviewer, back);
        back = room.fire(room.reviewer, back, ApplicationEvent.AGREE, "同意");
        room.fire(room.leader, room.claim(room.leader, back), ApplicationEvent.APPROVE, "准予备案");

        assertThat(told())
                .extracting(Message::rule)
                .containsExactly("registration.application.accepted", "registration.application.approved");
    }

    @Test
    public void everyRuleHasItsWords_andTheirFacts() {
        returned(null);
        Application denied = room.fire(room.leader, room.pending(1), ApplicationEvent.DENY, "与规定不符");
        CsvRuleBook book = new CsvRuleBook();

        assertThat(denied.state().name()).isEqualTo("DENIED");
        assertThat(told()).hasSize(3).allSatisfy(message -> {
            String text = book.setting("notice." + message.rule() + ".text", OpenDoor.TODAY);
            for (String fact : message.facts().keySet()) {
                text = text.replace("{" + fact + "}", message.facts().get(fact));
            }
            assertThat(text).doesNotContain("{");
            assertThat(book.setting("notice." + message.rule() + ".title", OpenDoor.TODAY))
                    .doesNotContain("{");
        });
        assertThat(mockingDetails(room.notices).getInvocations()).hasSize(3);
    }

    @Test
    public void openCasesAreDue_pageByPage_draftsAreNot() {
        room.draft(2);
        Application returned = returned(LocalDate.of(2026, 3, 19));
        Application accepted = room.accepted(1);
        FilingDuties duties = new FilingDuties(room.database, null, new CsvRuleBook());

        var first = duties.duties(OpenDoor.TODAY, new PageRequest(1, null));
        var second = duties.duties(OpenDoor.TODAY, new PageRequest(1, first.next()));

        assertThat(first.items()).hasSize(1);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(List.of(first.items().get(0), second.items().get(0)))
                .extracting(Duty::subjectId)
                .containsExactlyInAnyOrder(returned.id(), accepted.id());
    }

    @Test
    public void lapseIsTold_asTheJobWouldTellIt() {
        Application returned = returned(LocalDate.of(2026, 3, 19));
        Duty due = new FilingDuties(room.database, null, new CsvRuleBook())
                .duties(LocalDate.of(2026, 3, 20), new PageRequest(10, null))
                .items()
                .get(0);
        Duty.Reminder reminder = due.reminders().get(due.reminders().size() - 1);
        room.database.execute("update registration.application set correction_due_on = '2026-03-01'");

        room.refused(
                "ILLEGAL_TRANSITION",
                () -> room.fire(
                        room.head(returned.officeId()),
                        returned,
                        Step.answer(ApplicationEvent.RESUBMIT, List.of(new Step.Answer(1, "已盖章")))));

        Message last = told().get(told().size() - 1);
        assertThat(last.rule()).isEqualTo(reminder.rule());
        assertThat(last.subject()).isEqualTo(due.subject());
        assertThat(last.subjectId()).isEqualTo(due.subjectId());
        assertThat(last.occasion()).isEqualTo("2026-03-01");
        assertThat(reminder.occasion()).isEqualTo("2026-03-19");
        assertThat(last.facts().keySet()).isEqualTo(reminder.facts().keySet());
    }

    @Test
    public void lapsedCaseIsDueForAMonth_andNoLonger() {
        returned(LocalDate.of(2026, 3, 19));
        FilingDuties duties = new FilingDuties(room.database, null, new CsvRuleBook());

        assertThat(duties.duties(LocalDate.of(2026, 4, 18), new PageRequest(10, null))
                        .items())
                .hasSize(1);
        assertThat(duties.duties(LocalDate.of(2026, 4, 19), new PageRequest(10, null))
                        .items())
                .isEmpty();
    }
}
