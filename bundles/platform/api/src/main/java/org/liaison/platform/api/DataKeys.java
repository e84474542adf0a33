package org.liaison.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Encrypts contents (加密存储), each in segments under a data key of its own (AES-256-GCM-HKDF, 4 KB segments); the data key
 * is kept by its owner, wrapped under the platform's master key. A content is bound to the id it was made for, so it cannot
 * stand in for another. One service a ring of master keys, told by its property {@code ring}: {@code attachments},
 * {@code secrets}. Thread-safe.
 */
@ProviderType
public interface DataKeys {
    /** A new data key for the content with this id. */
    Wrapped make(String id);

    /** The same data key under today's master key; the argument itself when it is so already. */
    Wrapped renew(Wrapped key, String id);

    /** What is written comes out encrypted; complete once the stream is closed, which closes the target too. */
    OutputStream encrypt(OutputStream to, Wrapped key, String id) throws IOException;

    /**
     * Reads what {@link #encrypt} wrote. A content that was altered, cut or is another's ends with an
     * {@link IOException}, never as if it were shorter.
     *
     * @throws Unreadable when the data key cannot be unwrapped
     */
    InputStream decrypt(InputStream from, Wrapped key, String id) throws IOException;

    /**
     * A data key as it may be stored.
     *
     * @param keyId id of the master key, decimal
     * @param text the wrapped key, Base64, at most 200 characters
     */
    record Wrapped(String keyId, String text) {}

    /** The master key is not there or the wrapped key is not whole. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(Throwable cause) {
            super("a data key cannot be unwrapped", cause);
        }
    }
}
