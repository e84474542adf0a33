package org.liaison.registration.internal.service;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.account.Places;
import org.liaison.registration.internal.store.DispatcherEntity;
import org.liaison.registration.internal.store.OfficeRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the platform's accounts what offices and dispatching units there are. */
@Component
public final class RegisteredPlaces implements Places {
    private final JpaTemplate jpa;

    @Activate
    public RegisteredPlaces(
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Place> find(Scope scope) {
        return switch (scope.kind()) {
            case OFFICE -> jpa.txExpr(TransactionType.Supports, manager -> new OfficeRows(manager)
                    .load(scope, scope.id())
                    .map(office -> new Place(office.name(), office.hostCity())));
            case DISPATCHER -> jpa.txExpr(TransactionType.Supports, manager -> Optional.ofNullable(
                            manager.find(DispatcherEntity.class, scope.id()))
                    .map(unit -> new Place(unit.name(), null)));
            default -> Optional.empty();
        };
    }
}
