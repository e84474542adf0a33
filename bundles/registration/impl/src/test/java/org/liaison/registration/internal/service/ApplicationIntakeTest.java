package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Precheck;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Step;
import org.liaison.registration.api.Submitted;

public class ApplicationIntakeTest {
    private static final List<Step.Defect> DEFECTS =
            List.of(new Step.Defect("head.cv", "简历有间断，请补充", "三（二）3"), new Step.Defect("materials.M4", "承诺函未盖章", null));

    @Rule
    public final FilingRoom room = new FilingRoom();

    private Application returned() {
        Application held = room.claim(room.clerk, room.submitted(0));
        return room.fire(room.clerk, held, Step.giveBack(null, DEFECTS));
    }

    @Test
    public void returnListsEveryDefect_dueInFifteenWorkingDays() {
        Application a = returned();
        assertThat(a.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(a.claimedBy()).isNull();
        Review.Notice notice = a.review().notices().get(0);
        assertThat(notice.dueOn()).isEqualTo("2026-03-23");
        assertThat(notice.defects())
                .extracting(Review.Defect::no, Review.Defect::path)
                .containsExactly(tuple(1, "head.cv"), tuple(2, "materials.M4"));
        assertThat(a.light().kind()).isEqualTo(Light.Kind.CORRECTION);
    }

    @Test
    public void returnIsInvalid_whenADefectOrTheDueDateIsNone() {
        Application held = room.claim(room.clerk, room.submitted(0));
        List<Step.Defect> nowhere = List.of(new Step.Defect("materials.M9", " ", null));
        Invalid refused =
                catchThrowableOfType(() -> room.fire(room.clerk, held, Step.giveBack(null, nowhere)), Invalid.class);
        assertThat(refused.violations())
                .extracting(Violation::path)
                .containsExactly("defects[0].path", "defects[0].text");
        List<Step.Defect> number = List.of(new Step.Defect("head.37010119720315901X", "号码有误", null));
        Invalid typed =
                catchThrowableOfType(() -> room.fire(room.clerk, held, Step.giveBack(null, number)), Invalid.class);
        assertThat(typed.violations()).extracting(Violation::code).containsExactly("TEXT_ID_NUMBER");
        room.refused("DATE_RANGE", () -> room.fire(room.clerk, held, Step.giveBack(OpenDoor.TODAY, DEFECTS)));
    }

    @Test
    public void resubmissionAnswersEveryDefect_andKeepsNumberAndFirstTime() {
        Application a = returned();
        Caller head = room.head(a.officeId());
        room.door.today = LocalDate.of(2026, 3, 23);
        Invalid refused = catchThrowableOfType(
                () -> room.fire(head, a, Step.answer(ApplicationEvent.RESUBMIT, List.of(new Step.Answer(1, "已补")))),
                Invalid.class);
        assertThat(refused.violations()).extracting(Violation::code).containsExactly("DEFECT_UNANSWERED");

        Application edited = room.file(head, a, "M4");
        Application again = room.fire(
                head,
                edited,
                Step.answer(
                        ApplicationEvent.RESUBMIT, List.of(new Step.Answer(1, "已补充"), new Step.Answer(2, "已重新上传"))));
        assertThat(again.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(again.review().revision()).isEqualTo(2);
        assertThat(again.no()).isEqualTo(a.no());
        assertThat(again.submittedFirstAt()).isEqualTo(a.submittedFirstAt());
        assertThat(again.snapshotSha256()).isNotEqualTo(a.snapshotSha256());
        assertThat(again.review().notices().get(0).defects())
                .extracting(Review.Defect::answer)
                .containsExactly("已补充", "已重新上传");
        assertThat(room.applications.submission(room.clerk, a.id(), 1).sha256()).isEqualTo(a.snapshotSha256());
        assertThat(room.applications.submission(room.clerk, a.id(), 2))
                .satisfies(now -> assertThat(now.materials()).isEqualTo(again.materials()))
                .returns(again.snapshotSha256(), Submitted::sha256)
                .returns(room.applications.get(room.clerk, a.id()).form(), Submitted::form);
        assertThatThrownBy(() -> room.applications.submission(room.clerk, a.id(), 3))
                .isInstanceOf(NotFound.class);
        assertThat(again.light().since()).as("intake is counted anew").isEqualTo("2026-03-23");
    }

    @Test
    public void returnedCaseLapsesTheDayAfter_andTheNextWriteStoresIt() {
        Application a = returned();
        Caller head = room.head(a.officeId());
        room.door.today = LocalDate.of(2026, 3, 24);
        assertThat(room.applications.get(head, a.id()).state()).isEqualTo(ApplicationState.LAPSED);
        assertThat(room.applications.get(head, a.id()).events()).isEmpty();
        assertThat(listed(ApplicationState.LAPSED)).containsExactly(a.id());
        assertThat(listed(ApplicationState.RETURNED)).isEmpty();
        assertThat(stored("LAPSED")).isZero();

        room.refused("ILLEGAL_TRANSITION", () -> room.fire(head, a, ApplicationEvent.WITHDRAW, "撤回"));
        assertThat(stored("LAPSED")).isEqualTo(1);
        assertThat(listed(ApplicationState.LAPSED)).containsExactly(a.id());
        assertThat(room.door.done.get(room.door.done.size() - 1).toState()).isEqualTo("LAPSED");
    }

    @Test
    public void officeMayApplyAgain_whenItsCaseHasLapsed() {
        Application a = returned();
        Caller head = room.head(a.officeId());
        room.refused("OPEN_APPLICATION", () -> room.applications.create(head, NewApplication.of(a.officeId()), null));
        room.door.today = LocalDate.of(2026, 3, 24);
        Application next = room.applications.create(head, NewApplication.of(a.officeId()), null);
        assertThat(next.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(stored("LAPSED")).isEqualTo(1);
    }

    @Test
    public void acceptanceAsksForEveryContentOfTheLetter() {
        Application a = room.claim(room.clerk, room.submitted(0));
        room.refused("LETTER_NOT_TICKED", () -> room.fire(room.clerk, a, ApplicationEvent.ACCEPT, null));
        Application ticked = a;
        for (LetterContent content : LetterContent.values()) {
            Application before = ticked;
            room.refused("LETTER_NOT_TICKED", () -> room.fire(room.clerk, before, ApplicationEvent.ACCEPT, null));
            ticked = room.fire(room.clerk, ticked, Step.tick(List.of(content)));
        }
        assertThat(ticked.review().ticks()).hasSize(5);
        assertThat(ticked.claimedBy()).isEqualTo("clerk");
    }

    @Test
    public void warningNeverBlocksTheOffice_butTheClerkAnswersIt() {
        Application draft = room.draft(0);
        Caller head = room.head(draft.officeId());
        Application put = room.applications.putMaterial(head, draft.id(), draft.version(), "M1", "另一文号", null, null);
        Application a = room.claim(room.clerk, room.fire(head, put, ApplicationEvent.SUBMIT, null));
        assertThat(a.review().warnings()).extracting(Review.Warning::path).contains("materials.M1");
        Application ticked = room.fire(room.clerk, a, Step.tick(List.of(LetterContent.values())));
        room.refused("WARNINGS_OPEN", () -> room.fire(room.clerk, ticked, ApplicationEvent.ACCEPT, null));
        room.refused(
                "NUMBER_UNKNOWN",
                () -> room.fire(
                        room.clerk, ticked, Step.answer(ApplicationEvent.ANSWER, List.of(new Step.Answer(99, "x")))));
        List<Step.Answer> answers = ticked.review().warnings().stream()
                .map(warning -> new Step.Answer(warning.no(), "已核对原件"))
                .toList();
        Application answered = room.fire(room.clerk, ticked, Step.answer(ApplicationEvent.ANSWER, answers));
        assertThat(answered.review().warnings())
                .extracting(Review.Warning::answeredBy)
                .containsOnly("clerk");
        assertThat(room.fire(room.clerk, answered, ApplicationEvent.ACCEPT, null)
                        .state())
                .isEqualTo(ApplicationState.ACCEPTED);
    }

    @Test
    public void precheckNeverDisagreesWithSubmission_whateverIsTakenAway() {
        Application whole = room.draft(0);
        Caller head = room.head(whole.officeId());
        Form form = Samples.forms().get(0);
        for (String field : FormWithout.FIELDS) {
            Application now = room.applications.get(head, whole.id());
            Application put =
                    room.applications.putForm(head, now.id(), now.version(), FormWithout.field(form, field), null);
            Precheck said = room.applications.precheck(head, put.id());
            if (said.ready()) {
                assertThat(said.violations()).as(field).isEmpty();
            } else {
                Invalid refused =
                        catchThrowableOfType(() -> room.fire(head, put, ApplicationEvent.SUBMIT, null), Invalid.class);
                assertThat(refused.violations()).as(field).isEqualTo(said.violations());
                assertThat(said.summary()).as(field).endsWith("暂不能提交");
            }
        }
        Application now = room.applications.get(head, whole.id());
        Application put = room.applications.putForm(head, now.id(), now.version(), form, null);
        Precheck said = room.applications.precheck(head, put.id());
        assertThat(said.summary()).startsWith("5件材料已备5件").endsWith("可以提交");
        Application submitted = room.fire(head, put, ApplicationEvent.SUBMIT, null);
        assertThat(submitted.review().warnings())
                .extracting(Review.Warning::path)
                .isEqualTo(said.warnings().stream().map(Review.Warning::path).toList());
    }

    @Test
    public void overdueHoldsWhatIsLate_andNothingElse() {
        Application a = room.submitted(0);
        ApplicationFilter overdue = new ApplicationFilter(null, null, null, Lit.from(Light.Colour.OVERDUE), null, null);
        room.door.today = LocalDate.of(2026, 3, 9);
        assertThat(room.applications
                        .list(room.clerk, overdue, new PageRequest(10, null))
                        .items())
                .isEmpty();
        assertThat(room.applications.get(room.clerk, a.id()).light().colour()).isEqualTo(Light.Colour.RED);
        ApplicationFilter red = new ApplicationFilter(null, null, null, Lit.from(Light.Colour.RED), null, null);
        assertThat(room.applications
                        .list(room.clerk, red, new PageRequest(10, null))
                        .items())
                .extracting(ApplicationRow::id)
                .containsExactly(a.id());
        room.door.today = LocalDate.of(2026, 3, 5);
        assertThat(room.applications.get(room.clerk, a.id()).light().colour()).isEqualTo(Light.Colour.YELLOW);
        assertThat(room.applications
                        .list(room.clerk, red, new PageRequest(10, null))
                        .items())
                .isEmpty();
        room.door.today = LocalDate.of(2026, 3, 10);
        assertThat(room.applications
                        .list(room.clerk, overdue, new PageRequest(10, null))
                        .items())
                .extracting(ApplicationRow::id)
                .containsExactly(a.id());
        assertThat(room.applications.get(room.clerk, a.id()).light().colour()).isEqualTo(Light.Colour.OVERDUE);
    }

    private List<String> listed(ApplicationState state) {
        ApplicationFilter filter = new ApplicationFilter(state, null, null, null, null, null);
        return room.applications.list(room.clerk, filter, new PageRequest(10, null)).items().stream()
                .map(ApplicationRow::id)
                .toList();
    }

    private long stored(String state) {
        return room.database.count("select count(*) from registration.application where state = '" + state + "'");
    }
}
