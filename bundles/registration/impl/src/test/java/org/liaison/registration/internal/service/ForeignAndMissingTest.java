package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Step;

/**
 * A foreign id and a missing one are the same answer by the same statements, whoever asks for whatever: neither the words nor
 * the time can tell them apart (domain page 6.3, rule 2).
 */
public class ForeignAndMissingTest {
    private static final List<Step.Defect> DEFECTS = List.of(new Step.Defect("phone", "电话有误", null));
    private static final Map<ApplicationEvent, Step> PARTS = Map.of(
            ApplicationEvent.TICK, Step.tick(List.of(LetterContent.NAME)),
            ApplicationEvent.ANSWER, Step.answer(ApplicationEvent.ANSWER, List.of(new Step.Answer(1, "核实"))),
            ApplicationEvent.RESUBMIT, Step.answer(ApplicationEvent.RESUBMIT, List.of(new Step.Answer(1, "改正"))),
            ApplicationEvent.ASK_ONSITE, Step.askOnSite("有疑问", List.of("one", "two")),
            ApplicationEvent.RETURN, Step.giveBack(null, DEFECTS),
            ApplicationEvent.REASSIGN, Step.reassign("other"),
            ApplicationEvent.REPORT_ONSITE,
                    Step.reportOnSite("属实", new Step.Findings(LocalDate.of(2026, 3, 4), "门牌", "三间")));
    private static final EnumSet<ApplicationEvent> NOT_FIRED =
            EnumSet.of(ApplicationEvent.CREATE, ApplicationEvent.ENTER_LEGACY, ApplicationEvent.LAPSE);

    @Rule
    public final FilingRoom room = new FilingRoom();

    @Test
    public void foreignAndMissing_areTheSameAnswerByTheSameStatements() {
        Application foreign = room.submitted(0);
        String file =
                room.attachments.of(ApplicationViews.OWNER, foreign.id()).get(0).id();
        Map<String, BiConsumer<Caller, String>> calls = calls(file);
        int denied = 0;
        for (Caller stranger : strangers()) {
            for (Map.Entry<String, BiConsumer<Caller, String>> call : calls.entrySet()) {
                boolean office = call.getKey().startsWith("office");
                if (office && stranger.is(Role.LEG)) {
                    // the old system sees every office
                    continue;
                }
                String there = office ? foreign.officeId() : foreign.id();
                Told known = told(() -> call.getValue().accept(stranger, there));
                Told nothing = told(
                        () -> call.getValue().accept(stranger, UUID.randomUUID().toString()));
                assertThat(known).as(call.getKey() + " by " + stranger.acting()).isEqualTo(nothing);
                denied += known.error() == NotFound.class ? 1 : 0;
            }
        }
        // that most were refused by the query, and not before it
        assertThat(denied).isGreaterThan(calls.size());
    }

    @Test
    public void lapsedCaseOfAForeignOffice_costsNoStatementMore() {
        Application a = room.claim(room.clerk, room.submitted(0));
        room.fire(room.clerk, a, Step.giveBack(null, DEFECTS));
        room.door.today = room.door.today.plusMonths(3);
        Caller stranger = room.head("elsewhere");
        assertThat(told(() -> room.applications.create(stranger, NewApplication.of(a.officeId()), null)))
                .isEqualTo(told(() -> room.applications.create(stranger, NewApplication.of("nothing"), null)));
        Caller head = room.head(a.officeId());
        assertThat(room.applications
                        .create(head, NewApplication.of(a.officeId()), null)
                        .officeId())
                .isEqualTo(a.officeId());
    }

    @Test
    public void statements_tellTheOwnFromTheForeign() {
        Application own = room.submitted(0);
        Caller head = room.head(own.officeId());
        Caller stranger = room.head("elsewhere");
        Told seen = told(() -> room.applications.get(head, own.id()));
        assertThat(seen.statements())
                .hasSizeGreaterThan(told(() -> room.applications.get(stranger, own.id()))
                        .statements()
                        .size());
    }

    private List<Caller> strangers() {
        return List.of(
                room.head("elsewhere"),
                room.filer("elsewhere"),
                Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, "elsewhere")),
                Samples.caller("inspector", Role.INS, new Scope(Scope.Kind.TASK, "elsewhere")),
                Samples.caller("clerk", Role.CLK, Scope.city("999999")),
                Samples.caller("reviewer", Role.REV, Scope.city("999999")),
                Samples.caller("leader", Role.LDR, Scope.city("999999")),
                Samples.caller("old.system", Role.LEG, Scope.ALL));
    }

    private Map<String, BiConsumer<Caller, String>> calls(String file) {
        JpaApplications applications = room.applications;
        Map<String, BiConsumer<Caller, String>> calls = new LinkedHashMap<>();
        calls.put("get", applications::get);
        calls.put("submission", (who, id) -> applications.submission(who, id, 1));
        calls.put("precheck", applications::precheck);
        calls.put("openFile", (who, id) -> applications.openFile(who, id, file, "核对材料"));
        calls.put("identity", (who, id) -> applications.viewIdentityNumber(who, id, "head.idNumber", "核对任命文件"));
        calls.put(
                "putForm",
                (who, id) -> applications.putForm(who, id, 1, Samples.forms().get(1), null));
        calls.put("putMaterial", (who, id) -> applications.putMaterial(who, id, 1, "M1", null, null, null));
        for (String code : List.of("M1", ApplicationVisits.PHOTOS)) {
            calls.put(
                    "addFile " + code,
                    (who, id) -> applications.addFile(
                            who, id, 1, code, "a.pdf", new ByteArrayInputStream(new byte[1]), null));
        }
        calls.put("removeFile", (who, id) -> applications.removeFile(who, id, 1, file, null));
        for (ApplicationEvent event : EnumSet.complementOf(NOT_FIRED)) {
            Step step = PARTS.getOrDefault(event, Step.of(event, "说明"));
            calls.put(event.name(), (who, id) -> applications.fire(who, id, 1, step, null));
        }
        calls.put("office create", (who, id) -> applications.create(who, NewApplication.of(id), null));
        calls.put("office get", room.offices::get);
        return calls;
    }

    /** What somebody is told, and by which statements. */
    private record Told(Class<?> error, String message, List<String> statements) {}

    private Told told(Runnable call) {
        Throwable[] thrown = new Throwable[1];
        List<String> statements = room.database.statements(() -> thrown[0] = catchThrowable(call::run));
        return new Told(
                thrown[0] == null ? Void.class : thrown[0].getClass(),
                thrown[0] == null ? null : thrown[0].getMessage(),
                statements);
    }
}
