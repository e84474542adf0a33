package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** Kind of a certificate's copy (正副本), domain page 2.8: one original and any number of duplicates, all of one number. */
public enum CopyKind implements Labelled {
    ORIGINAL("正本"),
    DUPLICATE("副本");

    private final String label;

    CopyKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
