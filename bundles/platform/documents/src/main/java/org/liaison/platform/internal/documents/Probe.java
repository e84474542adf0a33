package org.liaison.platform.internal.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What is learnt of a content while it streams by: size, digest, and the two ends that tell its type. Not thread-safe. */
final class Probe {
    /** Bytes from the end that hold the end record of any ZIP archive: 22 and a comment of up to 65,535. */
    static final int TAIL = 22 + 0xFFFF;

    private static final int HEAD = 16;

    private final MessageDigest digest = newDigest();
    private byte[] head = {};
    private byte[] tail = {};
    private long size;

    void take(byte[] piece, int length) {
        digest.update(piece, 0, length);
        size += length;
        if (head.length < HEAD) {
            head = joined(head, piece, Math.min(length, HEAD - head.length));
        }
        tail = joined(tail, piece, length);
        if (tail.length > TAIL) {
            tail = Arrays.copyOfRange(tail, tail.length - TAIL, tail.length);
        }
    }

    private static byte[] joined(byte[] first, byte[] piece, int length) {
        byte[] both = Arrays.copyOf(first, first.length + length);
        System.arraycopy(piece, 0, both, first.length, length);
        return both;
    }

    /** The first bytes, 16 at most. */
    byte[] head() {
        return head;
    }

    /** The last bytes, {@link #TAIL} at most. */
    byte[] tail() {
        return tail;
    }

    long size() {
        return size;
    }

    /** SHA-256 of all that streamed by, lower-case hex; asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
