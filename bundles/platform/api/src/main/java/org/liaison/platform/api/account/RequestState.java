package org.liaison.platform.api.account;

import org.liaison.platform.api.workflow.Labelled;

/** State of a request for an account or a role (账户申请状态), domain page 3.11. */
public enum RequestState implements Labelled {
    REQUESTED("待批准"),
    APPROVED("已批准待办理"),
    DONE("已办理"),
    REJECTED("未批准"),
    WITHDRAWN("已撤回");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
