package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** Event of a certificate's version (登记证事件), domain page 3.2. */
public enum CertificateEvent implements Labelled {
    ISSUE("生成登记证"),
    PRINT("制证"),
    SPOIL("登记废证"),
    HAND_OVER("发证"),
    SUPERSEDE("换发作废"),
    CLAIM("领取"),
    RELEASE("放回"),
    REASSIGN("转办");

    private final String label;

    CertificateEvent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
