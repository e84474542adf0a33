package org.liaison.platform.web.internal.front;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie of a session (会话). No script reads it, no other site's page sends it, and it travels over TLS alone. */
public final class SessionCookie {
    /** Name of the cookie. */
    public static final String NAME = "liaison-session";

    // names of this machine that need no resolving
    private static final Pattern LOCAL =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");

    private SessionCookie() {}

    /** The token that a request brings; empty when it brings none. */
    static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(NAME) && !cookie.getValue().isBlank()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** The header {@code Set-Cookie} that gives a token; it lives as long as the browser, the session ends it before. */
    public static String of(String token, HttpServletRequest request) {
        return NAME + "=" + token + attributes(request);
    }

    /** The header that takes it away. */
    public static String none(HttpServletRequest request) {
        return NAME + "=" + attributes(request) + "; Max-Age=0";
    }

    private static String attributes(HttpServletRequest request) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (onThisMachine(request) ? "" : "; Secure");
    }

    // Behind a proxy on this machine the request comes from loopback, too, but names the platform as the browser does.
    private static boolean onThisMachine(HttpServletRequest request) {
        return !request.isSecure()
                && Origin.of(request).local()
                && LOCAL.matcher(String.valueOf(request.getServerName())).matches();
    }
}
