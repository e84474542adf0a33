package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** State of a filing application (备案登记申请状态), domain page 3.1. */
public enum ApplicationState implements Labelled {
    DRAFT("草稿"),
    SUBMITTED("已提交"),
    RETURNED("退回补正"),
    NOT_ACCEPTED("不予受理"),
    ACCEPTED("已受理"),
    REVIEWING("审核中"),
    ONSITE("现场核实"),
    PENDING_APPROVAL("待审批"),
    APPROVED("准予备案"),
    DENIED("不予备案"),
    WITHDRAWN("撤回"),
    /** Derived from RETURNED on the day after the due date, stored by the next write on the case or its office. */
    LAPSED("逾期失效");

    private final String label;

    ApplicationState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
