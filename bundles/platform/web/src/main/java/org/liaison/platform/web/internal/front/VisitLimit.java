package org.liaison.platform.web.internal.front;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often those without login may come: so many requests a minute from one source, so many in all. Keeps a bounded number
 * of sources; when there are more, the further ones share one count. Thread-safe.
 */
final class VisitLimit {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MOST_SOURCES = 10_000;
    private static final String FURTHER = "";

    private final int perSource;
    private final int total;
    private final LongSupplier nanos;
    private final Map<String, Integer> counts = new HashMap<>();
    private long started;
    private int all;

    /**
     * @param perSource requests a minute from one source
     * @param total requests a minute from all
     * @param nanos a clock that only goes forward
     */
    VisitLimit(int perSource, int total, LongSupplier nanos) {
        this.perSource = perSource;
        this.total = total;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    /** Counts a request. @return whether it is within the bounds */
    synchronized boolean admit(String source) {
        long now = nanos.getAsLong();
        if (now - started >= MINUTE_NANOS) {
            started = now;
            all = 0;
            counts.clear();
        }
        String counted = counts.containsKey(source) || counts.size() < MOST_SOURCES ? source : FURTHER;
        if (all >= total || counts.merge(counted, 1, Integer::sum) > perSource) {
            return false;
        }
        all++;
        return true;
    }
}
