package org.liaison.platform.internal.security;

import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The permission table of the platform itself (domain page 6.2 rows 34 and 36, and 3.11). */
@Component(service = PlatformPermissions.class, immediate = true)
public final class PlatformPermissions {
    /** The one operation everybody may call, even before any right is valid: changing one's own password. */
    static final String OWN_PASSWORD = "platform.password.change";

    static final PermissionTable TABLE = PermissionTable.of("platform")
            .grant("platform.user.create", Role.SEC)
            .grant("platform.user.password", Role.SEC)
            .grant("platform.audit.verify", Role.AUD)
            .grant("platform.keys.status", Role.SEC)
            .grant("platform.keys.rotate", Role.SEC)
            .grant("platform.status", Role.OPS, Role.SEC, Role.AUD)
            .grant("platform.doctor", Role.OPS, Role.SEC, Role.AUD)
            .build();

    private final ServiceRegistration<PermissionTable> registration;

    @Activate
    public PlatformPermissions(BundleContext context) {
        registration = context.registerService(PermissionTable.class, TABLE, null);
    }

    @Deactivate
    void end() {
        registration.unregister();
    }
}
