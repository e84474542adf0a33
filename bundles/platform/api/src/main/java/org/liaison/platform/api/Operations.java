package org.liaison.platform.api;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one door into every business operation. {@link #run} asks the gate, opens the JTA transaction, honours the
 * idempotency key, runs the work, writes the audit record and the outbox rows, commits and maps failures: acknowledged
 * means committed with its audit record. A refusal is audited in a transaction of its own after the first has ended.
 * Thread-safe.
 */
@ProviderType
public interface Operations {
    /**
     * Runs a write in one transaction. Every persistence unit that the work touches on the calling thread joins it.
     *
     * @param work runs at most once a call; throws an unchecked exception to roll everything back
     * @param reread loads the present result under today's rights when the key was seen before (id as recorded)
     * @return what the work returned, or the re-read result of the first call with the same key
     * @throws LiaisonException of the gate or the work; {@link Conflict} {@code STALE} when a version moved meanwhile,
     *     {@code KEY_REUSED} when the key came with another content; {@link Unavailable} when the database is away or busy
     */
    <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread);

    /** Asks the gate and runs a read without a transaction. A refusal is audited. */
    <T> T read(Caller caller, String operation, Function<Scope, T> work);
}
