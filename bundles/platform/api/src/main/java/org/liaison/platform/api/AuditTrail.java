package org.liaison.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/** The insert-only audit trail (审计记录): each record under an HMAC, sealed into a hash chain within a second. Thread-safe. */
@ProviderType
public interface AuditTrail {
    /**
     * Writes a record in a transaction of its own: refusals, logins, views of masked data.
     *
     * @param result OK, REFUSED or FAILED
     * @param reason words or error code; may be null
     */
    void record(Caller caller, Act act, String result, String reason);

    /**
     * Proves the whole trail: every sealed row is there, unchanged, in order, up to the head written outside the
     * database.
     *
     * @param progress told the number of rows proven so far, now and then
     */
    Proof verify(LongConsumer progress);

    /**
     * Acts that were done on things of a type, in the sealed order: what is committed later stands later, so a reader who
     * remembers the last place misses nothing.
     *
     * @param subject type of the thing, e.g. {@code application}
     * @param after place of the last act seen; 0 = from the beginning
     * @param limit most acts answered
     */
    List<Deed> done(String subject, long after, int limit);

    /**
     * One act that was done.
     *
     * @param place in the sealed order
     */
    record Deed(
            long place,
            String operation,
            String subjectId,
            String officeId,
            String fromState,
            String toState,
            Instant at) {}

    /**
     * What a verification found.
     *
     * @param records rows proven
     * @param unsealed ids of rows not yet sealed; normal for the last second
     * @param faults one line a fault, each naming the row; empty = the trail is whole
     */
    record Proof(long records, List<Long> unsealed, List<Fault> faults) {}

    /**
     * One fault.
     *
     * @param kind EDITED, REMOVED, REORDERED, CUT or UNSEALED
     * @param row id of the audit row or sequence of the seal
     * @param text Chinese sentence
     */
    record Fault(String kind, long row, String text) {}
}
