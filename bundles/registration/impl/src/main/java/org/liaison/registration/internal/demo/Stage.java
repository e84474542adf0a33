package org.liaison.registration.internal.demo;

import java.util.List;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;

/** How far a demonstration filing goes (演示进度). */
enum Stage {
    DRAFT(null),
    SUBMITTED(ApplicationEvent.SUBMIT),
    RETURNED(ApplicationEvent.RETURN),
    /** The clerk proposed it, the reviewer confirmed. */
    NOT_ACCEPTED(ApplicationEvent.CONFIRM),
    WITHDRAWN(ApplicationEvent.WITHDRAW),
    ACCEPTED(ApplicationEvent.ACCEPT),
    REVIEWING(ApplicationEvent.SEND_TO_REVIEW),
    ONSITE(ApplicationEvent.ASK_ONSITE),
    PENDING_APPROVAL(ApplicationEvent.AGREE),
    DENIED(ApplicationEvent.DENY),
    TO_PRINT(ApplicationEvent.APPROVE),
    PRINTED(ApplicationEvent.APPROVE),
    VALID(ApplicationEvent.APPROVE);

    /** One a sample, mixed so that the first minute already shows something of everything. */
    static final List<Stage> OF_SAMPLES = List.of(
            DRAFT,
            VALID,
            SUBMITTED,
            RETURNED,
            TO_PRINT,
            REVIEWING,
            PENDING_APPROVAL,
            PRINTED,
            ACCEPTED,
            ONSITE,
            DENIED,
            VALID,
            SUBMITTED,
            RETURNED,
            TO_PRINT,
            REVIEWING,
            PENDING_APPROVAL,
            PRINTED,
            ACCEPTED,
            NOT_ACCEPTED,
            DRAFT,
            VALID,
            SUBMITTED,
            RETURNED,
            TO_PRINT,
            REVIEWING,
            PENDING_APPROVAL,
            PRINTED,
            ACCEPTED,
            WITHDRAWN,
            DRAFT,
            VALID,
            SUBMITTED,
            RETURNED,
            VALID,
            REVIEWING,
            PENDING_APPROVAL,
            PRINTED,
            VALID,
            VALID);

    private final ApplicationEvent last;

    Stage(ApplicationEvent last) {
        this.last = last;
    }

    /** Whether the filing has been there; what people did with it since is theirs. */
    boolean reached(Application filing) {
        return last == null
                ? filing.state() != ApplicationState.DRAFT
                : filing.opinions().stream().anyMatch(opinion -> opinion.event() == last);
    }
}
