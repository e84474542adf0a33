package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.notice.ApplicationNews;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.OfficeRows;
import org.liaison.registration.internal.store.Reach;

/**
 * Loads and changes one application through the door: reach, version, change, moved version, flush, view. A case that time
 * has let lapse is stored as such before the write that found it is answered (common rule f).
 */
final class ApplicationCases {
    private static final String LAPSED = "补正期限已过";

    private final Operations operations;
    private final JpaTemplate jpa;
    private final ApplicationViews views;
    private final ApplicationNews news;

    ApplicationCases(Operations operations, JpaTemplate jpa, ApplicationViews views, ApplicationNews news) {
        this.operations = operations;
        this.jpa = jpa;
        this.views = views;
        this.news = news;
    }

    Application get(Caller caller, String operation, String id) {
        return operations.read(caller, operation, scope -> view(scope, caller, id));
    }

    Application view(Scope scope, Caller caller, String id) {
        return jpa.txExpr(
                TransactionType.Supports,
                manager -> views.of(manager, load(new ApplicationRows(manager), caller, scope, id), caller));
    }

    private static ApplicationEntity load(ApplicationRows rows, Caller caller, Scope scope, String id) {
        return rows.load(Reach.of(caller, scope), id).orElseThrow(NotFound::new);
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
        AtomicBoolean lapsed = new AtomicBoolean();
        try {
            return operations.run(
                    caller,
                    act,
                    unit -> jpa.txExpr(TransactionType.Required, manager -> {
                        ApplicationEntity row =
                                load(new ApplicationRows(manager), caller, unit.scope(), act.subjectId());
                        lapsed.set(lapsed(row, unit.today()));
                        if (row.version() != version) {
                            throw Conflict.stale();
                        }
                        ApplicationState from = row.state();
                        change.accept(unit, row);
                        news.moved(unit, row, from);
                        row.touch(unit.now());
                        manager.flush();
                        unit.publish("org/liaison/registration/APPLICATION_CHANGED", row.id(), row.version());
                        return new Done<>(
                                views.of(manager, row, caller),
                                row.id(),
                                row.version(),
                                row.office().id(),
                                from.name(),
                                row.state().name(),
                                reason);
                    }),
                    (scope, id) -> view(scope, caller, id));
        } catch (Conflict refused) {
            if (lapsed.get()) {
                storeLapse(caller, act.subjectId());
            }
            throw refused;
        }
    }

    /**
     * Frees an office whose open application has lapsed, for the one who may do the operation there; of a foreign office no
     * more is read than of one that is not there.
     */
    void lapseOf(Caller caller, String operation, String officeId, LocalDate today) {
        Optional<String> lapsed = operations.read(
                caller,
                operation,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new OfficeRows(manager)
                        .load(scope, officeId)
                        .flatMap(office -> new ApplicationRows(manager).live(office.id()))
                        .filter(row -> lapsed(row, today))
                        .map(ApplicationEntity::id)));
        lapsed.ifPresent(id -> storeLapse(caller, id));
    }

    private static boolean lapsed(ApplicationEntity row, LocalDate today) {
        return row.state() != row.stateOn(today);
    }

    private void storeLapse(Caller caller, String id) {
        Act act = Act.of(RegistrationPermissions.APPLICATION_LAPSE, "application", id, null);
        operations.run(
                caller,
                act,
                unit -> jpa.txExpr(TransactionType.Required, manager -> {
                    ApplicationEntity row = load(new ApplicationRows(manager), caller, unit.scope(), id);
                    ApplicationState from = row.state();
                    // a twin may have stored it meanwhile
                    if (lapsed(row, unit.today())) {
                        row.moveTo(row.stateOn(unit.today()));
                        row.close();
                        ApplicationSteps.said(unit, row, Step.of(ApplicationEvent.LAPSE, LAPSED));
                        news.lapsed(unit, row);
                        row.touch(unit.now());
                        manager.flush();
                    }
                    return new Done<>(
                            row.state(),
                            id,
                            row.version(),
                            row.office().id(),
                            from.name(),
                            row.state().name(),
                            LAPSED);
                }),
                (scope, seen) -> ApplicationState.LAPSED);
    }
}
