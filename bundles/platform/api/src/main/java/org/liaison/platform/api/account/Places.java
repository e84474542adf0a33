package org.liaison.platform.api.account;

import java.util.Optional;
import org.liaison.platform.api.Scope;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A contribution of the context that keeps offices and dispatching units: what a scope names (办事机构、派出单位). Behind nobody's
 * gate; for services of the platform. Thread-safe.
 */
@ConsumerType
public interface Places {
    /** What an OFFICE or DISPATCHER scope names; empty when there is none, or for a scope of another kind. */
    Optional<Place> find(Scope scope);

    /**
     * An office or a dispatching unit.
     *
     * @param name its name
     * @param hostCity code of the office's host city; null for a dispatching unit
     */
    record Place(String name, String hostCity) {}
}
