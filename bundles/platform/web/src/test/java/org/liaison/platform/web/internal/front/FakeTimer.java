package org.liaison.platform.web.internal.front;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time is moved by the test. */
final class FakeTimer extends ScheduledThreadPoolExecutor {
    private record Task(long at, Runnable work, ScheduledFuture<?> handle) {}

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    FakeTimer() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        // The handle only carries the cancellation; it is due long after any test.
        ScheduledFuture<?> handle = super.schedule(() -> {}, 1, TimeUnit.DAYS);
        tasks.add(new Task(now + unit.toMillis(delay), work, handle));
        return handle;
    }

    void advance(long millis) {
        now += millis;
        for (Task task : List.copyOf(tasks)) {
            if (task.at <= now && tasks.remove(task) && !task.handle.isCancelled()) {
                task.work.run();
            }
        }
    }
}
