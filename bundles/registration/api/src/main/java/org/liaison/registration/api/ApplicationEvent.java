package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** Event of a filing application (备案登记申请事件), domain page 3.1. */
public enum ApplicationEvent implements Labelled {
    CREATE("新建"),
    SUBMIT("提交"),
    ACCEPT("受理"),
    SEND_TO_REVIEW("送审"),
    AGREE("同意,报批"),
    APPROVE("准予备案");

    private final String label;

    ApplicationEvent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
