package org.liaison.platform.web.internal.front;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;

/** The login of a request by HTTP Basic. Passwords come over TLS, or from this machine. */
public final class Login {
    /** Header that chooses the acting binding. */
    public static final String ACTING = "Liaison-Office";

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private Login() {}

    /** Whether the request brings credentials of its own; a SOAP envelope may hold them instead. */
    static boolean attempted(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    /** The token in the header {@code Authorization: Bearer}; empty when there is none. */
    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /**
     * Logs the request in.
     *
     * @return empty when credentials are missing, unreadable or wrong
     * @throws Forbidden {@code TLS_REQUIRED} when a password came over the open network
     */
    static Optional<Caller> basic(HttpServletRequest request, Callers callers, Channel channel) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        Origin origin = Origin.of(request);
        origin.requireSecrecy();
        char[] pair = decode(header.substring(BASIC.length()).strip());
        int colon = 0;
        while (colon < pair.length && pair[colon] != ':') {
            colon++;
        }
        if (colon == 0 || colon >= pair.length) {
            return Optional.empty();
        }
        char[] password = Arrays.copyOfRange(pair, colon + 1, pair.length);
        try {
            String account = new String(pair, 0, colon);
            return callers.login(account, password, channel, origin.address(), request.getHeader(ACTING));
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(pair, '\0');
        }
    }

    private static char[] decode(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            char[] pair = new char[chars.remaining()];
            chars.get(pair);
            return pair;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return new char[0];
        }
    }
}
