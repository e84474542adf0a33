package org.liaison.platform.api;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Rows that hold something under a master key (密文): the owner of the rows registers a service, and the rotation of keys goes
 * through it. The last three methods run within the caller's transaction.
 */
@ConsumerType
public interface EncryptedRows {
    /** Name of the key ring, which no other service has: {@code identity}, {@code attachments} or {@code secrets}. */
    String ring();

    /** What the rows hold, Chinese. */
    String label();

    /** How many rows stand under each key, by key id. */
    Map<String, Long> byKey();

    /**
     * Puts rows of an old key under the primary one.
     *
     * @return rows looked at; 0 when none is left
     */
    int renew(String keyId, int most);

    /** Waits for the writers of open transactions and tells whether none of these keys is used any more. */
    boolean unused(Collection<String> keyIds);
}
