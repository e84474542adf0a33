package org.liaison.platform.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The links of the audit chain under the key of the trail. Thread-safe. */
final class Chain {
    /** What the first seal stands on. */
    static final String ROOT = "0".repeat(64);

    private final byte[] key;

    Chain(byte[] key) {
        this.key = key.clone();
    }

    String of(AuditRow row) {
        return row.hmac(key);
    }

    /** The seal that links a record behind the one before. */
    Seal seal(long seq, long auditId, String rowMac, String previous) {
        String text = seq + ";" + auditId + ";" + rowMac + ";" + previous;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String hash = HexFormat.of().formatHex(digest);
            return new Seal(seq, auditId, previous, hash, hmac(key, "seal;" + seq + ";" + hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA256 in lower-case hex; the text begins with what it is, so that no two kinds are mistaken. */
    static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
