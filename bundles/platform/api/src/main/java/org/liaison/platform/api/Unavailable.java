package org.liaison.platform.api;

import java.util.List;

/** Something that the operation needs is away or full; nothing was changed. REST 503. */
public final class Unavailable extends LiaisonException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String code, String message) {
        this(code, message, null);
    }

    public Unavailable(String code, String message, Throwable cause) {
        super(code, message, List.of(), cause);
    }

    /** A service that the operation needs is being replaced or not deployed. */
    public static Unavailable service(String what) {
        return new Unavailable("UNAVAILABLE", what + "暂时不可用，请稍后再试");
    }
}
