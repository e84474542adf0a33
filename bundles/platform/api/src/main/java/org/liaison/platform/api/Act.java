package org.liaison.platform.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What is to be done, as the door and the audit trail see it.
 *
 * @param operation name in a permission table, e.g. {@code registration.application.submit}
 * @param subject type of the thing acted on, e.g. {@code application}
 * @param subjectId its id; null when the act creates it
 * @param key idempotency key chosen by the client, at most 100 characters; null = none
 * @param digest SHA-256 in hex of the request's content, compared when the key comes again
 */
public record Act(String operation, String subject, String subjectId, String key, String digest) {
    public Act {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(subject, "subject");
        if (key != null && (key.isBlank() || key.length() > 100)) {
            throw Invalid.malformed("Idempotency-Key", "KEY_LENGTH", "幂等键应为1至100个字符");
        }
    }

    /**
     * An act with the digest of its content. Records and lists of records have a stable text form.
     *
     * @param content everything the caller sent that makes the request what it is
     */
    public static Act of(String operation, String subject, String subjectId, String key, Object... content) {
        return new Act(operation, subject, subjectId, key, key == null ? null : digest(subjectId, content));
    }

    private static String digest(String id, Object... content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((id + "\n" + Arrays.deepToString(content)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
