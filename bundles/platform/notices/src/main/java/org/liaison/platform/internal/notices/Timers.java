package org.liaison.platform.internal.notices;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liaison.platform.api.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread a job, which ends with its component. */
final class Timers {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final long PATIENCE_SECONDS = 20;

    private Timers() {}

    static ScheduledExecutorService one(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A job that throws would never run again: it is tried again at its next time instead. */
    static void guarded(Runnable work) {
        try {
            work.run();
        } catch (Unavailable e) {
            LOG.info("{}: tried again later", e.code());
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("A job of the notices failed and is tried again", e);
            }
        }
    }

    static void end(ScheduledExecutorService timer) {
        timer.shutdown();
        try {
            // an attempt in flight may end: interrupted between the server's answer and the row, it would be sent again
            if (!timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
