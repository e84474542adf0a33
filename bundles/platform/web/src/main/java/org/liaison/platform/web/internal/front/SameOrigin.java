package org.liaison.platform.web.internal.front;

import java.net.URI;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.liaison.platform.api.Forbidden;

/**
 * Whether a write that brings a session's cookie comes from the platform's own pages (CSRF). Browsers say so themselves in
 * headers that no page can set; a program sends {@code Origin}, or better a token instead of the cookie.
 */
final class SameOrigin {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    /** @throws Forbidden {@code CSRF} when a write does not prove to come from here */
    static void require(HttpServletRequest request) {
        if (!READS.contains(request.getMethod()) && !proven(request)) {
            throw refusal();
        }
    }

    /** @throws Forbidden {@code CSRF} when a page of another site sent it */
    static void refuseForeign(HttpServletRequest request) {
        boolean told = request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
        if (told && !proven(request)) {
            throw refusal();
        }
    }

    private static boolean proven(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Forbidden refusal() {
        return new Forbidden("CSRF", "请求不是从本平台的页面发出的，未受理");
    }
}
