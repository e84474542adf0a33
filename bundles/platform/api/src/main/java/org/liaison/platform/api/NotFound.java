package org.liaison.platform.api;

import java.util.List;

/** There is no such thing within the caller's scope; a foreign id and a missing id are the same. REST 404. */
public final class NotFound extends LiaisonException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("NOT_FOUND", "没有找到，或者您无权查看", List.of(), null);
    }
}
