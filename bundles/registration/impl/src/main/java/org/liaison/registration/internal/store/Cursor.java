package org.liaison.registration.internal.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.liaison.platform.api.Invalid;

/**
 * Place in a list sorted by last change and id, both descending. Opaque to clients; it names a place only and gives no
 * right, since the scope is in every query.
 */
record Cursor(Instant updatedAt, String id) {
    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((updatedAt + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor. @throws Invalid {@code CURSOR} when it is none of ours */
    static Cursor decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0 && bar < plain.length() - 1 && plain.length() <= 100) {
                return new Cursor(Instant.parse(plain.substring(0, bar)), plain.substring(bar + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Invalid unknown() {
        return Invalid.malformed("after", "CURSOR", "翻页标记无效，请从第一页重新读取");
    }
}
