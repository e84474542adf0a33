package org.liaison.platform.api;

import java.util.List;

/** The state of the thing does not allow it, or it was changed meanwhile. REST 409; {@code STALE} is 412. */
public final class Conflict extends LiaisonException {
    private static final long serialVersionUID = 1L;

    /** Code of a version that is no longer the current one. */
    public static final String STALE = "STALE";

    private final transient List<String> legal;

    public Conflict(String code, String message) {
        this(code, message, List.of(), null);
    }

    private Conflict(String code, String message, List<String> legal, Throwable cause) {
        super(code, message, List.of(), cause);
        this.legal = List.copyOf(legal);
    }

    /** The row version given is not the current one. */
    public static Conflict stale() {
        return new Conflict(STALE, "数据已被他人修改，请重新读取后再操作");
    }

    /** The same, found by the database at commit. */
    public static Conflict stale(Throwable cause) {
        return new Conflict(STALE, "数据已被他人修改，请重新读取后再操作", List.of(), cause);
    }

    /** The workflow has no such step from the present state; {@code legal} are the events that it has. */
    public static Conflict illegalTransition(String state, List<String> legal) {
        return new Conflict("ILLEGAL_TRANSITION", "当前状态为“" + state + "”，不能进行此操作", legal, null);
    }

    /** The idempotency key was used for another request. */
    public static Conflict keyReused() {
        return new Conflict("KEY_REUSED", "该幂等键已用于内容不同的请求");
    }

    /** Events that the present state allows; empty unless the code is {@code ILLEGAL_TRANSITION}. */
    public List<String> legal() {
        return legal == null ? List.of() : legal;
    }
}
