package org.liaison.registration.internal.service;

import java.util.function.BiConsumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.ApplicationRows;

/** Loads and changes one application through the door: scope, version, change, moved version, flush, view. */
final class ApplicationCases {
    private final Operations operations;
    private final JpaTemplate jpa;
    private final ApplicationViews views;

    ApplicationCases(Operations operations, JpaTemplate jpa, ApplicationViews views) {
        this.operations = operations;
        this.jpa = jpa;
        this.views = views;
    }

    Application get(Caller caller, String operation, String id) {
        return operations.read(caller, operation, scope -> view(scope, caller, id));
    }

    Application view(Scope scope, Caller caller, String id) {
        return jpa.txExpr(
                TransactionType.Supports,
                manager -> views.of(new ApplicationRows(manager).load(scope, id).orElseThrow(NotFound::new), caller));
    }

    /**
     * Changes an application.
     *
     * @param version the version that the caller saw
     * @param reason words for the audit record; may be null
     * @param change throws unchecked to refuse
     */
    Application change(
            Caller caller, Act act, long version, String reason, BiConsumer<Unit, ApplicationEntity> change) {
        return operations.run(
                caller,
                act,
                unit -> jpa.txExpr(TransactionType.Required, manager -> {
                    ApplicationEntity row = new ApplicationRows(manager)
                            .load(unit.scope(), act.subjectId())
                            .orElseThrow(NotFound::new);
                    if (row.version() != version) {
                        throw Conflict.stale();
                    }
                    ApplicationState from = row.state();
                    change.accept(unit, row);
                    row.touch(unit.now());
                    manager.flush();
                    unit.publish("org/liaison/registration/APPLICATION_CHANGED", row.id(), row.version());
                    return new Done<>(
                            views.of(row, caller),
                            row.id(),
                            row.version(),
                            row.office().id(),
                            from.name(),
                            row.state().name(),
                            reason);
                }),
                (scope, id) -> view(scope, caller, id));
    }
}
