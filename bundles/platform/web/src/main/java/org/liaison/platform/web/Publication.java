package org.liaison.platform.web;

import org.osgi.annotation.versioning.ProviderType;

/** One interface that is on the web. Thread-safe. */
@ProviderType
public interface Publication extends AutoCloseable {
    /** Path on this server, e.g. {@code /api/registration/v1}. */
    String address();

    /**
     * Takes the interface off the web: new requests wait at the front, those in flight end (20 seconds at most), then the
     * server is destroyed. Returns when that is done; does nothing the second time.
     */
    @Override
    void close();
}
