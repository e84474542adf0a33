package org.liaison.platform.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.EntityTag;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;

/** Row versions over HTTP: {@code ETag: "7"} in the answer, {@code If-Match: "7"} in the next write. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\\s*\"([0-9]{1,18})\"\\s*");

    private Versions() {}

    /** The tag to answer with, for {@code Response.ok(x).tag(…)}. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Reads the header {@code If-Match} of a write.
     *
     * @param header as sent; null when absent
     * @throws Required when it is absent (428)
     * @throws Conflict {@code STALE} when it is a weak tag or one this platform never gives
     * @throws Invalid when it names every version or several ({@code IF_MATCH})
     */
    public static long required(String header) {
        if (header == null || header.isBlank()) {
            throw new Required();
        }
        if (header.trim().equals("*") || header.contains(",")) {
            throw Invalid.malformed("If-Match", "IF_MATCH", "If-Match应给出读取时得到的一个ETag");
        }
        Matcher tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw Conflict.stale();
        }
        return Long.parseLong(tag.group(1));
    }

    /** A write came without {@code If-Match}. REST 428. */
    public static final class Required extends LiaisonException {
        private static final long serialVersionUID = 1L;

        public Required() {
            super("IF_MATCH_REQUIRED", "请在请求头If-Match中给出读取时得到的ETag", List.of(), null);
        }
    }
}
