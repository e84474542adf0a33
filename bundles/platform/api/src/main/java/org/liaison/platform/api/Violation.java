package org.liaison.platform.api;

import java.util.Objects;

/**
 * One broken rule.
 *
 * @param path field path in the body as the caller sent it, e.g. {@code premises[0].leaseTo} or {@code materials.M4}
 * @param code stable code of the rule, upper snake case
 * @param message Chinese sentence: what is wrong and how it is right
 */
public record Violation(String path, String code, String message) {
    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
