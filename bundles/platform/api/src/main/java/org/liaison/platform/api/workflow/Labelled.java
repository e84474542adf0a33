package org.liaison.platform.api.workflow;

/** A state or event with the Chinese name that people read. */
public interface Labelled {
    /** The Chinese name. */
    String label();
}
