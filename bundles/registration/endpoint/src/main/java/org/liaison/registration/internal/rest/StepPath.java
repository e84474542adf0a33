package org.liaison.registration.internal.rest;

import java.util.Arrays;
import org.liaison.platform.api.NotFound;
import org.liaison.registration.api.ApplicationEvent;

/** Sub-resource of an application that fires an event: the only place that names both. */
enum StepPath {
    SUBMISSION("submission", ApplicationEvent.SUBMIT),
    TICKS("ticks", ApplicationEvent.TICK),
    ANSWERS("answers", ApplicationEvent.ANSWER),
    RETURN("return", ApplicationEvent.RETURN),
    RESUBMISSION("resubmission", ApplicationEvent.RESUBMIT),
    INTAKE_REFUSAL("intake-refusal", ApplicationEvent.REFUSE_INTAKE),
    ACCEPTANCE("acceptance", ApplicationEvent.ACCEPT),
    REVIEW("review", ApplicationEvent.SEND_TO_REVIEW),
    ONSITE_CHECK("onsite-check", ApplicationEvent.ASK_ONSITE),
    ONSITE_REPORT("onsite-report", ApplicationEvent.REPORT_ONSITE),
    RETURN_TO_CLERK("return-to-clerk", ApplicationEvent.RETURN_TO_CLERK),
    AGREEMENT("agreement", ApplicationEvent.AGREE),
    RETURN_TO_REVIEW("return-to-review", ApplicationEvent.RETURN_TO_REVIEW),
    APPROVAL("approval", ApplicationEvent.APPROVE),
    DENIAL("denial", ApplicationEvent.DENY),
    WITHDRAWAL("withdrawal", ApplicationEvent.WITHDRAW),
    EXTENSION("extension", ApplicationEvent.EXTEND),
    CLAIM("claim", ApplicationEvent.CLAIM),
    RELEASE("release", ApplicationEvent.RELEASE),
    REASSIGNMENT("reassignment", ApplicationEvent.REASSIGN),
    CONFIRMATION("confirmation", ApplicationEvent.CONFIRM),
    REJECTION("rejection", ApplicationEvent.REJECT);

    private final String path;
    private final ApplicationEvent event;

    StepPath(String path, ApplicationEvent event) {
        this.path = path;
        this.event = event;
    }

    /** The event of a path. @throws NotFound when there is no such sub-resource */
    static ApplicationEvent event(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow(NotFound::new)
                .event;
    }

    String path() {
        return path;
    }

    ApplicationEvent event() {
        return event;
    }
}
