package org.liaison.platform.api.account;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Rights handed over during leave (请假委托), domain page 6.2 row 35. Thread-safe. */
@ProviderType
public interface Delegations {
    /**
     * Hands the acting right over ({@code platform.delegation.give}). One that starts today takes the giver's claimed cases
     * along; for a later one see {@link #takeOver}.
     *
     * @throws Invalid with every field that is wrong; {@code TAKER} when the account is none that may act instead
     * @throws Conflict {@code RE_DELEGATION} for a right that was handed over itself, {@code DELEGATED} when it is handed
     *     over for one of the days already
     */
    HandedOver give(Caller caller, NewDelegation wanted, String key);

    /** What the caller gave or took, the newest first; the auditor sees all ({@code platform.delegation.read}). */
    Page<Delegation> list(Caller caller, PageRequest page);

    /**
     * One that the caller gave or took; the auditor sees each ({@code platform.delegation.read}).
     *
     * @throws NotFound also for other people's
     */
    Delegation get(Caller caller, String id);

    /**
     * Ends one early ({@code platform.delegation.end}); the giver does. Cases stay with whoever holds them.
     *
     * @throws NotFound when the caller did not give it
     * @throws Conflict {@code ENDED}, {@code STALE}
     */
    Delegation end(Caller caller, String id, long version, String key);

    /**
     * Takes the giver's claimed cases over ({@code platform.delegation.take-over}); the taker does, acting under the right.
     * Cases in which he has acted in another part stay where they are.
     *
     * @throws Forbidden when the caller does not act under the delegation
     */
    HandedOver takeOver(Caller caller, String id, String key);

    /**
     * A delegation with what went along.
     *
     * @param cases number of claimed cases that the taker holds now
     */
    record HandedOver(Delegation delegation, int cases) {}
}
