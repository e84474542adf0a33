package org.liaison.platform.web.internal.front;

import java.util.concurrent.atomic.AtomicBoolean;
import org.liaison.platform.web.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An interface that is on the web: opens its address when made, drains and destroys its server when closed. */
final class LivePublication implements Publication {
    private static final Logger LOG = LoggerFactory.getLogger(LivePublication.class);

    private final String path;
    private final Address address;
    private final Runnable destroy;
    private final long drainMillis;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param served what answers while the interface is on the web
     * @param destroy ends the server and its bus
     * @param drainMillis how long requests in flight may take to end
     */
    LivePublication(String path, Address address, Served served, Runnable destroy, long drainMillis) {
        this.path = path;
        this.address = address;
        this.destroy = destroy;
        this.drainMillis = drainMillis;
        address.open(served).forEach(Line::proceed);
    }

    @Override
    public String address() {
        return path;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        address.close();
        try {
            int left = address.drain(drainMillis);
            if (left > 0) {
                LOG.warn("{} request(s) at {} outlast the drain and are cut off", left, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            destroy.run();
        }
    }
}
