package org.liaison.platform.internal.security;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.liaison.platform.api.TooMany;

/**
 * The queue before the slow hashes: few at a time and few waiting, so that a storm of logins can take neither the processors
 * nor the threads. Checks of one account go one after the other, so twenty connections of one program cost one hash and the
 * nineteen others find it remembered. Thread-safe.
 */
final class SlowChecks {
    private static final long SECONDS = 10;
    private static final int LANES = 64;

    private final Semaphore places;
    private final Semaphore running;
    private final ReentrantLock[] lanes = new ReentrantLock[LANES];

    /**
     * @param atOnce checks at a time; 0 = half of the processors, at least one
     * @param places checks at a time and waiting
     */
    SlowChecks(int atOnce, int places) {
        this.running = new Semaphore(
                atOnce > 0 ? atOnce : Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
        this.places = new Semaphore(places);
        for (int i = 0; i < LANES; i++) {
            lanes[i] = new ReentrantLock(true);
        }
    }

    /** Runs a check in the account's turn. @throws TooMany when the queue is full or does not move */
    <T> T inTurn(String account, Supplier<T> check) {
        if (!places.tryAcquire()) {
            throw new TooMany();
        }
        try {
            ReentrantLock lane = lanes[Math.floorMod(account.hashCode(), LANES)];
            if (!lane.tryLock(SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany();
            }
            try {
                return run(check);
            } finally {
                lane.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMany();
        } finally {
            places.release();
        }
    }

    /** Places that nobody has now. */
    int free() {
        return places.availablePermits();
    }

    private <T> T run(Supplier<T> check) throws InterruptedException {
        if (!running.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
            throw new TooMany();
        }
        try {
            return check.get();
        } finally {
            running.release();
        }
    }
}
