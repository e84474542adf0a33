package org.liaison.registration.api;

import org.liaison.platform.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Figures of the register and of the filings (统计). Thread-safe. */
@ProviderType
public interface Statistics {
    /**
     * What stands within the caller's scope today: an office's people see their own, the dispatching side what is registered.
     *
     * @throws org.liaison.platform.api.Forbidden when the caller may not see figures
     */
    Figures figures(Caller caller);
}
