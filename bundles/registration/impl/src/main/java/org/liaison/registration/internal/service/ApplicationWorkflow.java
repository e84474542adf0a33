package org.liaison.registration.internal.service;

import static org.liaison.platform.api.Role.CLK;
import static org.liaison.platform.api.Role.FIL;
import static org.liaison.platform.api.Role.HED;
import static org.liaison.platform.api.Role.LDR;
import static org.liaison.platform.api.Role.REV;

import java.util.Set;
import org.liaison.platform.api.workflow.Workflow;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;

/**
 * The machine of a filing application (备案登记申请), domain page 3.1, regulation 三(一) and 三(二). That one person takes at
 * most one of the three Bureau steps is asked by the service, as it needs the case's opinions.
 */
public final class ApplicationWorkflow {
    /** The table. */
    public static final Workflow<ApplicationState, ApplicationEvent> TABLE =
            Workflow.<ApplicationState, ApplicationEvent>of("registration.application")
                    .step(
                            null,
                            ApplicationEvent.CREATE,
                            ApplicationState.DRAFT,
                            Set.of(FIL, HED),
                            "office UNREGISTERED; no open application of it",
                            "author")
                    .source("[R]")
                    .step(
                            ApplicationState.DRAFT,
                            ApplicationEvent.SUBMIT,
                            ApplicationState.SUBMITTED,
                            // the filer submits what the head has signed: the signed form is material M5
                            Set.of(FIL, HED),
                            "every submission rule holds",
                            "number, snapshot with hash, first submission")
                    .source("[S] 三(二)")
                    .step(
                            ApplicationState.SUBMITTED,
                            ApplicationEvent.ACCEPT,
                            ApplicationState.ACCEPTED,
                            Set.of(CLK),
                            "",
                            "opinion")
                    .claimed()
                    .source("[V] 行政许可法 32")
                    .step(
                            ApplicationState.ACCEPTED,
                            ApplicationEvent.SEND_TO_REVIEW,
                            ApplicationState.REVIEWING,
                            Set.of(CLK),
                            "",
                            "opinion")
                    .claimed()
                    .source("[R]")
                    .step(
                            ApplicationState.REVIEWING,
                            ApplicationEvent.AGREE,
                            ApplicationState.PENDING_APPROVAL,
                            Set.of(REV),
                            "",
                            "opinion")
                    .claimed()
                    .apartFrom(ApplicationEvent.ACCEPT, ApplicationEvent.SEND_TO_REVIEW)
                    .source("[R]")
                    .step(
                            ApplicationState.PENDING_APPROVAL,
                            ApplicationEvent.APPROVE,
                            ApplicationState.APPROVED,
                            Set.of(LDR),
                            "",
                            "decision, registration number, register rows, certificate TO_PRINT")
                    .claimed()
                    .apartFrom(ApplicationEvent.ACCEPT, ApplicationEvent.SEND_TO_REVIEW, ApplicationEvent.AGREE)
                    .source("[S] 三(一)")
                    .build();

    private ApplicationWorkflow() {}
}
