package org.liaison.platform.internal.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.liaison.platform.api.Invalid;

/** Where a page ended: time as text and id. */
record Cursor(String at, String id) {
    /** @throws Invalid {@code CURSOR} when the text is none of this platform */
    static Cursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~", -1);
            if (parts.length == 2 && parts[0].length() <= 40 && parts[1].length() <= 64) {
                return new Cursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "~" + id).getBytes(StandardCharsets.UTF_8));
    }

    static Invalid unknown() {
        return Invalid.malformed("after", "CURSOR", "翻页位置无效，请从第一页重新开始");
    }
}
