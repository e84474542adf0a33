package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** State of a certificate's version (登记证状态), domain page 3.2. */
public enum CertificateState implements Labelled {
    TO_PRINT("待制证"),
    PRINTED("已制证，待领取"),
    VALID("有效"),
    SUPERSEDED("已换发作废");

    private final String label;

    CertificateState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
