package org.liaison.platform.api;

import java.util.List;

/** The caller's acting role has no right to the operation at all. REST 403. */
public final class Forbidden extends LiaisonException {
    private static final long serialVersionUID = 1L;

    public Forbidden() {
        this("FORBIDDEN", "您没有进行此操作的权限");
    }

    public Forbidden(String code, String message) {
        super(code, message, List.of(), null);
    }
}
