package org.liaison.registration.internal.service;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeDirectory;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.OfficeRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register as other contexts ask it. */
@Component
public final class JpaOfficeDirectory implements OfficeDirectory {
    private final Operations operations;
    private final JpaTemplate jpa;

    @Activate
    public JpaOfficeDirectory(
            @Reference Operations operations,
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        this.operations = operations;
        this.jpa = jpa;
    }

    @Override
    public Optional<Office> find(Caller caller, String officeId) {
        return operations.read(
                caller,
                RegistrationPermissions.OFFICE_READ,
                scope -> jpa.txExpr(
                        TransactionType.Supports,
                        manager -> new OfficeRows(manager).load(scope, officeId).map(OfficeEntity::toOffice)));
    }
}
