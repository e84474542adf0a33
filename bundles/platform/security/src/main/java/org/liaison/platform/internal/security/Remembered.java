package org.liaison.platform.internal.security;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords verified in the last five minutes, under a keyed hash whose key lives in this process only. An entry holds for
 * one state of the account (its change count): any change of the account makes it worthless. Bounded; thread-safe.
 */
final class Remembered {
    static final Duration TIME = Duration.ofMinutes(5);
    private static final int MOST = 2_000;

    private final byte[] key = new byte[32];
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    synchronized boolean knows(String account, long changes, char[] password) {
        Entry entry = entries.get(account);
        return entry != null
                && entry.changes == changes
                && clock.instant().isBefore(entry.until)
                && MessageDigest.isEqual(entry.mac, mac(account, password));
    }

    synchronized void keep(String account, long changes, char[] password) {
        entries.remove(account);
        entries.put(account, new Entry(changes, clock.instant().plus(TIME), mac(account, password)));
    }

    private byte[] mac(String account, char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((account + "\n").getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
            mac.update(bytes);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Entry(long changes, Instant until, byte[] mac) {}
}
