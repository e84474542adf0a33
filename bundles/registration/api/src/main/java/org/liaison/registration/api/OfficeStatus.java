package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** Status of an office (办事机构状态), domain page 3.5. */
public enum OfficeStatus implements Labelled {
    UNREGISTERED("未登记"),
    REGISTERED("已登记");

    private final String label;

    OfficeStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
