package org.liaison.platform.web.internal.front;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The waiting room of all addresses: so many requests, each so long, and no thread held. */
final class Waiting {
    private final ScheduledExecutorService timer;
    private final int places;
    private final long millis;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * @param places requests that may wait at one time, all addresses together
     * @param millis how long one request may wait
     */
    Waiting(ScheduledExecutorService timer, int places, long millis) {
        this.timer = timer;
        this.places = places;
        this.millis = millis;
    }

    /** Finds the address open or waits for it; a request that finds no place is given up at once. */
    Address.Entry enter(Address address, Line line) {
        Seat seat = new Seat(line);
        Address.Entry entry = address.enterOrWait(seat, this::take);
        if (entry == Address.Entry.WAITS) {
            timer.schedule(() -> expire(address, seat), millis, TimeUnit.MILLISECONDS);
        }
        return entry;
    }

    /** Requests waiting now. */
    int size() {
        return taken.get();
    }

    private boolean take() {
        if (taken.incrementAndGet() <= places) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    private void expire(Address address, Seat seat) {
        if (address.remove(seat)) {
            seat.giveUp();
        }
    }

    /** A place in the room, free again however the waiting ends. */
    private final class Seat implements Line {
        private final Line line;

        private Seat(Line line) {
            this.line = line;
        }

        @Override
        public void proceed() {
            taken.decrementAndGet();
            line.proceed();
        }

        @Override
        public void giveUp() {
            taken.decrementAndGet();
            line.giveUp();
        }

        @Override
        public void gone() {
            taken.decrementAndGet();
            line.gone();
        }
    }
}
