package org.liaison.registration.internal.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.liaison.platform.api.Invalid;

/**
 * Place in a list of offices: what it is sorted by, a name or a day, and the id. Opaque to clients; gives no right.
 */
record OfficeCursor(String key, String id) {
    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key as a day. @throws Invalid {@code CURSOR} when the cursor is one of another order */
    LocalDate day() {
        try {
            return LocalDate.parse(key);
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    /** Reads a cursor. @throws Invalid {@code CURSOR} when it is none of ours */
    static OfficeCursor decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0 && bar < plain.length() - 1 && plain.length() <= 300) {
                return new OfficeCursor(plain.substring(bar + 1), plain.substring(0, bar));
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Invalid unknown() {
        return Invalid.malformed("after", "CURSOR", "翻页标记无效，请从第一页重新读取");
    }
}
