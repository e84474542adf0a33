package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** State of a filing application (备案登记申请状态), domain page 3.1. */
public enum ApplicationState implements Labelled {
    DRAFT("草稿"),
    SUBMITTED("已提交"),
    ACCEPTED("已受理"),
    REVIEWING("审核中"),
    PENDING_APPROVAL("待审批"),
    APPROVED("准予备案");

    private final String label;

    ApplicationState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
