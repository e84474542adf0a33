package org.liaison.itests.neighbour;

import org.liaison.platform.api.Caller;
import org.liaison.registration.api.Office;
import org.osgi.annotation.versioning.ProviderType;

/** Notes on offices; every write of a note is a line in the ledger, in the same transaction. Thread-safe. */
@ProviderType
public interface Notes {
    /** Text that is refused, but only after note and line are written. */
    String REFUSED = "refused";
    /** Text that breaks the act unexpectedly, after note and line are written. */
    String BROKEN = "broken";

    /** Writes a note. @param key idempotency key; null = none */
    Note write(Caller caller, String officeId, String text, String key);

    /** Enters one more line for a note: the note's row is as before, its version is not. */
    Note enterAgain(Caller caller, String id, long version);

    /** @throws org.liaison.platform.api.NotFound when there is none */
    Note get(Caller caller, String id);

    /** The office of a note; needs registration. @throws org.liaison.platform.api.Unavailable when it is away */
    Office office(Caller caller, String id);
}
