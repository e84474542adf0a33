package org.liaison.platform.api;

import java.util.List;

/** What was sent breaks rules. REST 400 when it could not be read, 422 when its content is refused. */
public final class Invalid extends LiaisonException {
    private static final long serialVersionUID = 1L;

    private final boolean malformed;

    public Invalid(List<Violation> violations) {
        this("INVALID", "提交的内容不符合要求", violations, false, null);
    }

    public Invalid(String path, String code, String message) {
        this(code, message, List.of(new Violation(path, code, message)), false, null);
    }

    private Invalid(String code, String message, List<Violation> violations, boolean malformed, Throwable cause) {
        super(code, message, violations, cause);
        this.malformed = malformed;
    }

    /** The request could not be read: wrong type, unknown property, over a limit. */
    public static Invalid malformed(String path, String code, String message) {
        return new Invalid(code, message, List.of(new Violation(path, code, message)), true, null);
    }

    /** Whether the request could not even be read. */
    public boolean malformed() {
        return malformed;
    }
}
