package org.liaison.platform.api;

import java.util.List;

/** A bound of the platform is reached for now: try later. REST 429. */
public final class TooMany extends LiaisonException {
    private static final long serialVersionUID = 1L;

    public TooMany() {
        this("TOO_MANY", "请求过多，请稍后再试");
    }

    public TooMany(String code, String message) {
        super(code, message, List.of(), null);
    }
}
