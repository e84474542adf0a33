package org.liaison.itests.neighbour.internal;

import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The permission table of the context, told to the gate. */
@Component(
        service = {},
        immediate = true)
public final class NeighbourPermissions {
    static final String WRITE = "neighbour.note.write";
    static final String READ = "neighbour.note.read";

    private final ServiceRegistration<PermissionTable> registration;

    @Activate
    public NeighbourPermissions(BundleContext context) {
        PermissionTable table = PermissionTable.of("neighbour")
                .grant(WRITE, Role.CLK)
                .grant(READ, Role.CLK, Role.REV)
                .build();
        registration = context.registerService(PermissionTable.class, table, null);
    }

    @Deactivate
    void end() {
        registration.unregister();
    }
}
