package org.liaison.platform.web.internal.front;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The state of one address: who is in it, who waits for it. Guarded by itself; calls nothing foreign under its lock.
 * While it is closed nobody comes in, so a drain only waits for those who are inside already.
 */
final class Address {
    private volatile boolean anonymous;
    private Served open;
    private int inside;
    private List<Line> waiting = new ArrayList<>();

    /** Whether it is for everybody, without login; only what the manifest of its bundle declares so. */
    boolean anonymous() {
        return anonymous;
    }

    void anonymous(boolean declared) {
        anonymous = declared;
    }

    /** Lets new requests in and returns those that waited; the caller tells them to proceed. */
    synchronized List<Line> open(Served served) {
        if (open != null) {
            throw new IllegalStateException("the address is published already");
        }
        open = served;
        return takeWaiting();
    }

    synchronized boolean isOpen() {
        return open != null;
    }

    /** Keeps new requests out from now on. */
    synchronized void close() {
        open = null;
    }

    /**
     * Comes in when the address is open; {@link #leave} must follow.
     *
     * @return what answers; null when the address is closed
     */
    synchronized Served enter() {
        if (open != null) {
            inside++;
        }
        return open;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /**
     * Finds the address open or stands in line, in one step: an opening in between is not missed.
     *
     * @param room whether one more may wait; asked only when the address is closed
     */
    synchronized Entry enterOrWait(Line line, BooleanSupplier room) {
        if (open != null) {
            return Entry.OPEN;
        }
        if (!room.getAsBoolean()) {
            return Entry.FULL;
        }
        waiting.add(line);
        return Entry.WAITS;
    }

    /** Takes a request out of the line. @return whether it stood there */
    synchronized boolean remove(Line line) {
        return waiting.remove(line);
    }

    /** Empties the line. */
    synchronized List<Line> takeWaiting() {
        List<Line> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /**
     * Waits until nobody is inside.
     *
     * @param millis at most so long
     * @return how many are still inside
     */
    synchronized int drain(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; inside > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return inside;
    }

    /** What became of a request at the door. */
    enum Entry {
        OPEN,
        WAITS,
        FULL
    }
}
