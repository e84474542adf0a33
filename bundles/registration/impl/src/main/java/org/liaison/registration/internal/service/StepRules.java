package org.liaison.registration.internal.service;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.FreeText;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Step;

/** What each event has to bring and may not bring; all faults at once, before any transaction. */
final class StepRules {
    private static final int TEXT = 500;
    private static final int ROWS = 100;
    private static final Set<String> FIELDS = Arrays.stream(Form.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());
    /** Events of which somebody has to be told why. */
    private static final Set<ApplicationEvent> REASONED = EnumSet.of(
            ApplicationEvent.REFUSE_INTAKE,
            ApplicationEvent.SEND_TO_REVIEW,
            ApplicationEvent.ASK_ONSITE,
            ApplicationEvent.RETURN_TO_CLERK,
            ApplicationEvent.AGREE,
            ApplicationEvent.RETURN_TO_REVIEW,
            ApplicationEvent.DENY,
            ApplicationEvent.WITHDRAW,
            ApplicationEvent.EXTEND,
            ApplicationEvent.REJECT);
    /** What belongs to which events alone. */
    private static final Map<String, Set<ApplicationEvent>> PARTS = Map.of(
            "colleague", EnumSet.of(ApplicationEvent.REASSIGN),
            "defects", EnumSet.of(ApplicationEvent.RETURN),
            "answers", EnumSet.of(ApplicationEvent.RESUBMIT, ApplicationEvent.ANSWER),
            "contents", EnumSet.of(ApplicationEvent.TICK),
            "members", EnumSet.of(ApplicationEvent.ASK_ONSITE),
            "findings", EnumSet.of(ApplicationEvent.REPORT_ONSITE));

    private static final Set<ApplicationEvent> NOT_FIRED =
            EnumSet.of(ApplicationEvent.CREATE, ApplicationEvent.ENTER_LEGACY, ApplicationEvent.LAPSE);

    private final List<Violation> found = new ArrayList<>();

    private StepRules() {}

    /** Checks a step. @throws Invalid with every path that is wrong */
    static void check(Step step) {
        if (step.event() == null || NOT_FIRED.contains(step.event())) {
            throw Invalid.malformed("event", "EVENT", "没有这个动作");
        }
        StepRules rules = new StepRules();
        rules.parts(step);
        rules.content(step);
        if (!rules.found.isEmpty()) {
            throw new Invalid(rules.found);
        }
    }

    private void parts(Step step) {
        text("text", step.text(), REASONED.contains(step.event()), TEXT);
        part("colleague", step.colleague(), step.event());
        part("defects", step.defects(), step.event());
        part("answers", step.answers(), step.event());
        part("contents", step.contents(), step.event());
        part("members", step.members(), step.event());
        part("findings", step.findings(), step.event());
        if (step.dueOn() != null && step.event() != ApplicationEvent.RETURN) {
            add("dueOn", "NOT_OF_EVENT", "该动作没有此项");
        }
    }

    private void part(String path, Object value, ApplicationEvent event) {
        boolean given = value instanceof Collection<?> rows ? !rows.isEmpty() : value != null;
        boolean asked = PARTS.get(path).contains(event);
        if (given && !asked) {
            add(path, "NOT_OF_EVENT", "该动作没有此项");
        } else if (asked && !given) {
            add(path, "REQUIRED", "此项必填");
        } else if (value instanceof Collection<?> rows && rows.size() > ROWS) {
            add(path, "TOO_MANY_ROWS", "不得超过" + ROWS + "行");
        }
    }

    private void content(Step step) {
        for (int i = 0; i < step.defects().size(); i++) {
            Step.Defect defect = step.defects().get(i);
            String row = "defects[" + i + "].";
            if (!place(defect.path())) {
                add(row + "path", "FIELD_PATH", "应为申请表的字段路径或materials.材料代码");
            }
            FreeText.identityNumber(row + "path", defect.path()).ifPresent(found::add);
            text(row + "text", defect.text(), true, TEXT);
            text(row + "rule", defect.rule(), false, 100);
        }
        for (int i = 0; i < step.answers().size(); i++) {
            text("answers[" + i + "].text", step.answers().get(i).text(), true, TEXT);
        }
        if (!step.members().isEmpty() && new HashSet<>(step.members()).size() != 2) {
            add("members", "TWO_PERSONS", "现场核实应由两人进行");
        }
        if (step.findings() != null) {
            if (step.findings().visitedOn() == null) {
                add("findings.visitedOn", "REQUIRED", "此项必填");
            }
            text("findings.signText", step.findings().signText(), true, 120);
            text("findings.rooms", step.findings().rooms(), true, 1000);
        }
    }

    /** A field of the form, below it whatever it says, or one of the materials. */
    private static boolean place(String path) {
        if (path == null || path.length() > 200) {
            return false;
        }
        String first = path.split("[.\\[]", 2)[0];
        return path.startsWith("materials.")
                ? ApplicationDrafts.MATERIALS.contains(path.substring("materials.".length()))
                : FIELDS.contains(first);
    }

    private void text(String path, String value, boolean required, int most) {
        if (required && (value == null || value.isBlank())) {
            add(path, "REQUIRED", "此项必填");
        } else if (Objects.toString(value, "").length() > most) {
            add(path, "TEXT_TOO_LONG", "不得超过" + most + "个字符");
        }
        FreeText.identityNumber(path, value).ifPresent(found::add);
    }

    private void add(String path, String code, String message) {
        found.add(new Violation(path, code, message));
    }
}
