package org.liaison.registration.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.liaison.platform.api.Invalid;

/** Place in a list sorted by name and id, both ascending. Opaque to clients; gives no right. */
record NameCursor(String name, String id) {
    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + "|" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor. @throws Invalid {@code CURSOR} when it is none of ours */
    static NameCursor decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0 && bar < plain.length() - 1 && plain.length() <= 300) {
                return new NameCursor(plain.substring(bar + 1), plain.substring(0, bar));
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Invalid unknown() {
        return Invalid.malformed("after", "CURSOR", "翻页标记无效,请从第一页重新读取");
    }
}
