package org.liaison.platform.api;

import java.util.List;

/**
 * Root of the small family of errors that cross an api. REST answers them as RFC 9457 problem, SOAP as typed fault with
 * the same code, the console in one sentence. Messages are Chinese and fit for people; they never hold SQL, class names
 * or personal data.
 */
public abstract class LiaisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<Violation> violations;

    protected LiaisonException(String code, String message, List<Violation> violations, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    /** Stable code, upper snake case; clients may branch on it. */
    public String code() {
        return code;
    }

    /** Every rule that was broken, with its field path; empty when the error is about no field. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
