package org.liaison.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The running transaction as the work sees it. Valid on the calling thread until the work returns. */
@ProviderType
public interface Unit {
    /** Who acts. */
    Caller caller();

    /** What the caller may touch in this operation: put it into every query. */
    Scope scope();

    /** Time of the act by the platform's clock; one value for the whole act. */
    Instant now();

    /** The day of {@link #now()} in Asia/Shanghai. */
    LocalDate today();

    /** The next value of a database sequence, e.g. {@code registration.app_no}: unique, growing, gaps allowed. */
    long next(String sequence);

    /**
     * Takes the next value of gapless counters (certificate, decision, document numbers). The counters stay locked until
     * commit, always in name order: call it once, as late as the work allows.
     *
     * @param series names such as {@code decision/鲁事管备/2026}; a new series starts at 1
     * @return one value a series
     */
    Map<String, Long> numbers(Set<String> series);

    /**
     * Puts an event into the outbox of this transaction; delivered after commit, at least once. Losing one loses nothing.
     *
     * @param topic {@code org/liaison/<context>/<FACT>}
     */
    void publish(String topic, String id, long version);
}
