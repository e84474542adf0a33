package org.liaison.registration.internal.service;

import org.liaison.platform.api.PermissionTable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Tells the gate the context's table; a table is a value, so it is registered by hand. */
@Component(
        service = {},
        immediate = true)
public final class PermissionRegistration {
    private final ServiceRegistration<PermissionTable> registration;

    @Activate
    public PermissionRegistration(BundleContext context) {
        registration = context.registerService(PermissionTable.class, RegistrationPermissions.TABLE, null);
    }

    @Deactivate
    void end() {
        registration.unregister();
    }
}
