package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** The five contents of the official letter (公函内容), regulation 三（二）1; each is compared with the scan (O-16). */
public enum LetterContent implements Labelled {
    NAME("名称"),
    NATURE("机构性质"),
    MAIN_BUSINESS("主要业务"),
    ESTABLISHMENT_LEVEL("建制级别"),
    STAFFING_QUOTA("人员编制");

    private final String label;

    LetterContent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
