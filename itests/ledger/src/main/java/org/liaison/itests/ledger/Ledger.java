package org.liaison.itests.ledger;

import org.osgi.annotation.versioning.ProviderType;

/** One line for every write of a note. Called within the transaction of the writer; thread-safe. */
@ProviderType
public interface Ledger {
    /** Enters a line for the note. */
    void enter(String noteId);

    /** Lines entered for the note. */
    long lines(String noteId);
}
