package org.liaison.platform.internal.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The slow hash of passwords: PBKDF2 with HMAC-SHA512, 210,000 rounds, a salt of its own for each. */
final class PasswordHash {
    static final int ROUNDS = 210_000;

    // What an unknown account is checked against, so that it takes as long as a known one.
    static final String NOBODY = of("nobody".toCharArray());

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private PasswordHash() {}

    static String of(char[] password) {
        return of(password, ROUNDS);
    }

    /** With another number of rounds; it stands in the hash, so both kinds are checked alike. */
    static String of(char[] password, int rounds) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return "pbkdf2-sha512:" + rounds + ":" + HexFormat.of().formatHex(salt) + ":"
                + Base64.getEncoder().encodeToString(derive(password, salt, rounds));
    }

    static boolean matches(char[] password, String stored) {
        String[] parts = stored.split(":");
        byte[] derived = derive(password, HexFormat.of().parseHex(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[3]));
    }

    /** A one-time password: 16 characters without look-alikes, about 79 bits. */
    static String oneTime() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, 512);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
