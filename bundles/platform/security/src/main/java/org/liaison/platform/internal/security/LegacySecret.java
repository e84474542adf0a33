package org.liaison.platform.internal.security;

import java.nio.CharBuffer;

/**
 * The secret of a legacy account: a {@link Secret} behind a prefix that no password of a person needs, so that only what looks
 * like one is looked up.
 */
final class LegacySecret {
    private static final String PREFIX = "leg_";
    private static final int LENGTH = PREFIX.length() + 43;

    private LegacySecret() {}

    static String make() {
        return PREFIX + Secret.make();
    }

    static boolean looksLike(char[] password) {
        return password.length == LENGTH && CharBuffer.wrap(password).toString().startsWith(PREFIX);
    }
}
