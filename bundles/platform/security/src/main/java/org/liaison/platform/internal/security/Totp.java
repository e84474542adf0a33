package org.liaison.platform.internal.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time passwords by time (动态口令), RFC 6238: HMAC-SHA1, steps of 30 seconds, six digits, as every app on a telephone has them. */
final class Totp {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final int WINDOW = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static String code(byte[] secret, long step, int digits) {
        byte[] mac = mac(secret, step);
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
        long modulus = Math.round(Math.pow(10, digits));
        return String.format("%0" + digits + "d", number % modulus);
    }

    private static byte[] mac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The step whose code this is: the present one, the one before or the one after.
     *
     * @param after steps up to this one are used up
     * @param millis ms since 1970
     */
    static OptionalLong step(byte[] secret, String code, long after, long millis) {
        long now = Math.floorDiv(millis, STEP_SECONDS * 1000L);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - WINDOW; step <= now + WINDOW; step++) {
            boolean same =
                    MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(US_ASCII), code.getBytes(US_ASCII));
            if (same && step > after && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** RFC 4648, without padding: how a secret is typed. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            held = (held << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 0x1f));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt((held << (5 - bits)) & 0x1f)).toString();
    }
}
