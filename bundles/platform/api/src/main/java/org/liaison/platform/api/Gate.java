package org.liaison.platform.api;

import org.osgi.annotation.versioning.ProviderType;

/** Deny by default: says whether the acting role may call an operation, and on what (权限门). Thread-safe. */
@ProviderType
public interface Gate {
    /**
     * Admits the caller under the acting binding.
     *
     * @return the scope to put into every query: the binding's own scope when the grant's reach asks for it
     * @throws Forbidden when no permission table has a grant for the acting role, or the operation is in no table
     * @throws Invalid {@code ACTING_REQUIRED} when the caller has several bindings and chose none
     */
    Scope admit(Caller caller, String operation);
}
