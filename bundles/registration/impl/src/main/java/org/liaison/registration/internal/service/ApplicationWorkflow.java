package org.liaison.registration.internal.service;

import static org.liaison.platform.api.Role.CLK;
import static org.liaison.platform.api.Role.FIL;
import static org.liaison.platform.api.Role.HED;
import static org.liaison.platform.api.Role.INS;
import static org.liaison.platform.api.Role.LDR;
import static org.liaison.platform.api.Role.LEG;
import static org.liaison.platform.api.Role.REV;
import static org.liaison.registration.api.ApplicationEvent.ACCEPT;
import static org.liaison.registration.api.ApplicationEvent.AGREE;
import static org.liaison.registration.api.ApplicationEvent.ANSWER;
import static org.liaison.registration.api.ApplicationEvent.APPROVE;
import static org.liaison.registration.api.ApplicationEvent.ASK_ONSITE;
import static org.liaison.registration.api.ApplicationEvent.CLAIM;
import static org.liaison.registration.api.ApplicationEvent.CONFIRM;
import static org.liaison.registration.api.ApplicationEvent.CREATE;
import static org.liaison.registration.api.ApplicationEvent.DENY;
import static org.liaison.registration.api.ApplicationEvent.ENTER_LEGACY;
import static org.liaison.registration.api.ApplicationEvent.EXTEND;
import static org.liaison.registration.api.ApplicationEvent.LAPSE;
import static org.liaison.registration.api.ApplicationEvent.REASSIGN;
import static org.liaison.registration.api.ApplicationEvent.REFUSE_INTAKE;
import static org.liaison.registration.api.ApplicationEvent.REJECT;
import static org.liaison.registration.api.ApplicationEvent.RELEASE;
import static org.liaison.registration.api.ApplicationEvent.REPORT_ONSITE;
import static org.liaison.registration.api.ApplicationEvent.RESUBMIT;
import static org.liaison.registration.api.ApplicationEvent.RETURN;
import static org.liaison.registration.api.ApplicationEvent.RETURN_TO_CLERK;
import static org.liaison.registration.api.ApplicationEvent.RETURN_TO_REVIEW;
import static org.liaison.registration.api.ApplicationEvent.SEND_TO_REVIEW;
import static org.liaison.registration.api.ApplicationEvent.SUBMIT;
import static org.liaison.registration.api.ApplicationEvent.TICK;
import static org.liaison.registration.api.ApplicationEvent.WITHDRAW;
import static org.liaison.registration.api.ApplicationState.ACCEPTED;
import static org.liaison.registration.api.ApplicationState.APPROVED;
import static org.liaison.registration.api.ApplicationState.DENIED;
import static org.liaison.registration.api.ApplicationState.DRAFT;
import static org.liaison.registration.api.ApplicationState.LAPSED;
import static org.liaison.registration.api.ApplicationState.NOT_ACCEPTED;
import static org.liaison.registration.api.ApplicationState.ONSITE;
import static org.liaison.registration.api.ApplicationState.PENDING_APPROVAL;
import static org.liaison.registration.api.ApplicationState.RETURNED;
import static org.liaison.registration.api.ApplicationState.REVIEWING;
import static org.liaison.registration.api.ApplicationState.SUBMITTED;
import static org.liaison.registration.api.ApplicationState.WITHDRAWN;

import java.util.Set;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.workflow.Workflow;
import org.liaison.platform.api.workflow.WorkflowBuilder;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;

/** The machine of a filing application (备案登记申请), domain page 3.1, regulation 三（一） and 三（二）. */
public final class ApplicationWorkflow {
    /** The table. Check (CLK, INS), review (REV) and approval (LDR) are the three parts of rule d. */
    public static final Workflow<ApplicationState, ApplicationEvent> TABLE = decision(
                    review(intake(start(Workflow.of("registration.application")))))
            .queue(CLAIM, RELEASE, REASSIGN)
            .proposals(CONFIRM, REJECT)
            .parts(Set.of(CLK, INS), Set.of(REV), Set.of(LDR))
            .build();

    private ApplicationWorkflow() {}

    private static WorkflowBuilder<ApplicationState, ApplicationEvent> start(
            WorkflowBuilder<ApplicationState, ApplicationEvent> table) {
        // what the filer submits the head has signed: the signed form is material M5
        Set<Role> office = Set.of(FIL, HED);
        return table.step(
                        null,
                        CREATE,
                        DRAFT,
                        Set.of(FIL, HED, LEG),
                        "office UNREGISTERED; no open application of it",
                        "author")
                .source("[R]")
                .step(
                        null,
                        ENTER_LEGACY,
                        REVIEWING,
                        Set.of(CLK),
                        "office UNREGISTERED; old certificate number",
                        "number, snapshot, what is missing as warnings")
                .source("[R] Q51")
                .step(
                        DRAFT,
                        SUBMIT,
                        SUBMITTED,
                        office,
                        "every submission rule holds",
                        "number, snapshot with hash, first submission, warnings")
                .source("[S] 三（二）")
                .step(DRAFT, WITHDRAW, WITHDRAWN, Set.of(HED), "", "reason")
                .source("[R]")
                .step(SUBMITTED, WITHDRAW, WITHDRAWN, Set.of(HED), "", "reason")
                .source("[R]")
                .step(RETURNED, WITHDRAW, WITHDRAWN, Set.of(HED), "", "reason")
                .source("[R]")
                .step(
                        RETURNED,
                        RESUBMIT,
                        SUBMITTED,
                        office,
                        "every defect answered; every submission rule holds",
                        "next revision with snapshot and warnings")
                .source("[V] 行政许可法 32")
                .step(RETURNED, LAPSE, LAPSED, Set.of(), "the due date has passed", "")
                .source("[R]");
    }

    private static WorkflowBuilder<ApplicationState, ApplicationEvent> intake(
            WorkflowBuilder<ApplicationState, ApplicationEvent> table) {
        Set<Role> clerk = Set.of(CLK);
        return table.step(SUBMITTED, TICK, SUBMITTED, clerk, "", "contents of the letter that agree with the scan")
                .claimed()
                .source("[S] 三（二）1")
                .step(SUBMITTED, ANSWER, SUBMITTED, clerk, "", "answers to warnings")
                .claimed()
                .source("[R]")
                .step(
                        SUBMITTED,
                        RETURN,
                        RETURNED,
                        clerk,
                        "all defects in one list; due date after today",
                        "notice with due date, 15 working days by default")
                .claimed()
                .source("[V] 行政许可法 32")
                .step(SUBMITTED, REFUSE_INTAKE, NOT_ACCEPTED, clerk, "out of scope; reason", "reason")
                .claimed()
                .confirmedBy(REV)
                .source("[S] 一（二）")
                .step(
                        SUBMITTED,
                        ACCEPT,
                        ACCEPTED,
                        clerk,
                        "five contents ticked; every warning answered; no registered office of the name",
                        "opinion, start of the decision's clock")
                .claimed()
                .source("[V] 行政许可法 32")
                .step(ACCEPTED, ANSWER, ACCEPTED, clerk, "", "answers to warnings")
                .claimed()
                .source("[R]")
                .step(ACCEPTED, WITHDRAW, WITHDRAWN, Set.of(HED), "", "reason")
                .confirmedBy(CLK)
                .source("[R]")
                .step(ACCEPTED, SEND_TO_REVIEW, REVIEWING, clerk, "every warning answered; opinion", "opinion")
                .claimed()
                .source("[R]")
                .step(ACCEPTED, EXTEND, ACCEPTED, clerk, "once; reason", "10 working days more")
                .claimed()
                .confirmedBy(LDR)
                .source("[V] 行政许可法 42");
    }

    private static WorkflowBuilder<ApplicationState, ApplicationEvent> review(
            WorkflowBuilder<ApplicationState, ApplicationEvent> table) {
        Set<Role> reviewer = Set.of(REV);
        return table.step(REVIEWING, ASK_ONSITE, ONSITE, reviewer, "two persons; reason", "task for the two")
                .claimed()
                .source("[R]")
                .step(
                        ONSITE,
                        REPORT_ONSITE,
                        REVIEWING,
                        Set.of(CLK, INS),
                        "of the two; photos, sign, rooms",
                        "what was found")
                .confirmedBy(CLK, INS)
                .source("[R]")
                .step(REVIEWING, RETURN_TO_CLERK, ACCEPTED, reviewer, "reason", "reason")
                .claimed()
                .source("[R]")
                .step(REVIEWING, EXTEND, REVIEWING, reviewer, "once; reason", "10 working days more")
                .claimed()
                .confirmedBy(LDR)
                .source("[V] 行政许可法 42")
                .step(REVIEWING, AGREE, PENDING_APPROVAL, reviewer, "opinion", "opinion")
                .claimed()
                .source("[R]");
    }

    private static WorkflowBuilder<ApplicationState, ApplicationEvent> decision(
            WorkflowBuilder<ApplicationState, ApplicationEvent> table) {
        Set<Role> leader = Set.of(LDR);
        return table.step(PENDING_APPROVAL, RETURN_TO_REVIEW, REVIEWING, leader, "reason", "reason")
                .claimed()
                .source("[R]")
                .step(PENDING_APPROVAL, EXTEND, PENDING_APPROVAL, leader, "once; reason", "10 working days more")
                .claimed()
                .source("[V] 行政许可法 42")
                .step(
                        PENDING_APPROVAL,
                        APPROVE,
                        APPROVED,
                        leader,
                        "no registered office of the name",
                        "decision, registration number, register rows, certificate TO_PRINT")
                .claimed()
                .source("[S] 三（一）")
                .step(PENDING_APPROVAL, DENY, DENIED, leader, "reason", "decision")
                .claimed()
                .source("[V] 事业单位登记管理暂行条例");
    }
}
