package org.liaison.registration.internal.rest;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** File names in headers. In uploads clients send UTF-8, and the reader of the part's header takes it for Latin-1. */
final class FileNames {
    private FileNames() {}

    /** The name as the sender meant it; a name that is no UTF-8 taken for Latin-1 stays as it is. */
    static String repaired(String name) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
            return name;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }

    /** The name for {@code filename*=UTF-8''} of a download (RFC 6266). */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
