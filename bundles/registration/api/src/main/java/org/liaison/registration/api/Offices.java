package org.liaison.registration.api;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Offices and the register (办事机构名录). Thread-safe. */
@ProviderType
public interface Offices {
    /**
     * Opens an office with its dispatcher and its first head (CLK).
     *
     * @throws org.liaison.platform.api.Invalid with every path that is wrong, e.g. {@code hostCity}
     * @throws org.liaison.platform.api.Conflict {@code OFFICE_EXISTS} when dispatcher, host city and name are there already
     */
    OpenedOffice open(Caller caller, OpenOffice request, String key);

    /** One office within the caller's scope. */
    Office get(Caller caller, String id);

    /**
     * Offices within the caller's scope.
     *
     * @throws org.liaison.platform.api.Invalid {@code SEARCH_SHORT} or {@code SEARCH_LONG} at {@code q}
     */
    Page<Office> list(Caller caller, OfficeFilter filter, PageRequest page);
}
