package org.liaison.platform.internal.security;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.liaison.platform.api.TooMany;

/** Lets few slow hashes run at a time, so that a storm of logins cannot take the processors. Thread-safe. */
final class SlowChecks {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;
    private static final long SECONDS = 10;

    private final Semaphore running = new Semaphore(AT_ONCE, true);

    boolean matches(char[] password, String stored) {
        try {
            if (running.getQueueLength() >= WAITING || !running.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMany();
        }
        try {
            return PasswordHash.matches(password, stored);
        } finally {
            running.release();
        }
    }
}
