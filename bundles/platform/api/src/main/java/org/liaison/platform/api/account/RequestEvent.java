package org.liaison.platform.api.account;

import org.liaison.platform.api.workflow.Labelled;

/** What happens to a request for an account or a role (账户申请动作). */
public enum RequestEvent implements Labelled {
    REQUEST("申请"),
    APPROVE("批准"),
    REJECT("不予批准"),
    WITHDRAW("撤回"),
    CARRY_OUT("办理");

    private final String label;

    RequestEvent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
