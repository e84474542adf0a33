package org.liaison.platform.internal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Secrets that this platform makes: 256 random bits. So much cannot be guessed, and one SHA-256 of it is enough to keep. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Characters of a secret. */
    static final int LENGTH = 43;

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Secret() {}

    /** A new secret, Base64 without padding for URLs: 43 characters. */
    static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text can be such a secret at all. */
    static boolean isOne(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** What is kept of a secret: SHA-256 over its text, lower-case hex. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
