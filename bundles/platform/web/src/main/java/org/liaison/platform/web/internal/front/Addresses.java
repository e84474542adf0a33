package org.liaison.platform.web.internal.front;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Which addresses there are. An address is known while a bundle that names it is installed and for a grace time after
 * the last of them was uninstalled, so that an uninstall and install of the next version is a replacement and no end.
 */
final class Addresses {
    private final ScheduledExecutorService timer;
    private final long graceMillis;
    private final Map<String, Address> known = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> owners = new HashMap<>();
    private final Map<String, ScheduledFuture<?>> ends = new HashMap<>();

    Addresses(ScheduledExecutorService timer, long graceMillis) {
        this.timer = timer;
        this.graceMillis = graceMillis;
    }

    /** A bundle says that the address is its own. @return the address, the same object as long as it is known */
    synchronized Address learn(String path, long bundle) {
        owners.computeIfAbsent(path, p -> new HashSet<>()).add(bundle);
        ScheduledFuture<?> end = ends.remove(path);
        if (end != null) {
            end.cancel(false);
        }
        return known.computeIfAbsent(path, p -> new Address());
    }

    /** A bundle was uninstalled. */
    synchronized void forget(long bundle) {
        owners.forEach((path, bundles) -> {
            if (bundles.remove(bundle) && bundles.isEmpty()) {
                ends.put(path, timer.schedule(() -> end(path), graceMillis, TimeUnit.MILLISECONDS));
            }
        });
    }

    /** The address that serves a request path: the address itself or anything below it; three parts at most. */
    Optional<Address> of(String path) {
        int end = path.indexOf('/', 1);
        for (int parts = 1; parts <= 3; parts++) {
            Address found = known.get(end < 0 ? path : path.substring(0, end));
            if (found != null || end < 0) {
                return Optional.ofNullable(found);
            }
            end = path.indexOf('/', end + 1);
        }
        return Optional.empty();
    }

    /** Whether every known address is open. */
    boolean complete() {
        return known.values().stream().allMatch(Address::isOpen);
    }

    private void end(String path) {
        Address ended;
        synchronized (this) {
            if (!owners.getOrDefault(path, Set.of()).isEmpty()) {
                return;
            }
            owners.remove(path);
            ends.remove(path);
            ended = known.remove(path);
        }
        if (ended != null) {
            List<Line> waiting = ended.takeWaiting();
            waiting.forEach(Line::gone);
        }
    }
}
