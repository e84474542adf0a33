package org.liaison.registration.api;

import java.util.Optional;
import org.liaison.platform.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** The one service of registration that every other context uses: who is in the register (机构名录). Thread-safe. */
@ProviderType
public interface OfficeDirectory {
    /** The office, if it is within the caller's scope. */
    Optional<Office> find(Caller caller, String officeId);
}
