package org.liaison.registration.internal.certificate;

import java.util.Optional;
import javax.persistence.EntityManager;
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
import org.liaison.platform.api.workflow.Workflow.Step;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.internal.notice.CertificateNews;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.CertificateRows;

/** Loads one certificate and fires one event on it through the door: scope, version, row of the table, change, view. */
final class CertificateCases {
    private final Operations operations;
    private final JpaTemplate jpa;
    private final Optional<PublicAddress> address;
    private final CertificateNews news;

    CertificateCases(Operations operations, JpaTemplate jpa, Optional<PublicAddress> address, CertificateNews news) {
        this.operations = operations;
        this.jpa = jpa;
        this.address = address;
        this.news = news;
    }

    Certificate get(Caller caller, String id) {
        return operations.read(caller, CertificateWorkflow.READ, scope -> view(scope, caller, id));
    }

    /** What an event does to the row besides the state. Throws unchecked to refuse. */
    @FunctionalInterface
    interface Change {
        /** @return words for the audit record; null when none */
        String apply(Unit unit, EntityManager manager, CertificateEntity row);
    }

    /**
     * Fires an event.
     *
     * @param version the version that the caller saw
     * @param content what the caller sent besides id and version
     */
    Certificate fire(
            Caller caller,
            CertificateEvent event,
            String id,
            long version,
            String key,
            Change change,
            Object... content) {
        Act act = Act.of(CertificateWorkflow.TABLE.operation(event), "certificate", id, key, version, content);
        return operations.run(
                caller,
                act,
                unit -> jpa.txExpr(TransactionType.Required, manager -> {
                    CertificateEntity row =
                            new CertificateRows(manager).load(unit.scope(), id).orElseThrow(NotFound::new);
                    if (row.version() != version) {
                        throw Conflict.stale();
                    }
                    return fire(unit, manager, row, event, change);
                }),
                (scope, found) -> view(scope, caller, found));
    }

    private Done<Certificate> fire(
            Unit unit, EntityManager manager, CertificateEntity row, CertificateEvent event, Change change) {
        CertificateState from = row.state();
        Step<CertificateState, CertificateEvent> step = CertificateWorkflow.TABLE.row(from, event);
        if (step.claimed()) {
            Claims.require(row, unit.caller());
        }
        String reason = change.apply(unit, manager, row);
        row.moveTo(step.to());
        if (step.to() != from) {
            row.claim(null);
        }
        news.moved(unit, row, from);
        row.touch(unit.now());
        manager.flush();
        unit.publish("org/liaison/registration/CERTIFICATE_CHANGED", row.id(), row.version());
        return new Done<>(
                of(row, unit.caller()),
                row.id(),
                row.version(),
                row.office().id(),
                from.name(),
                row.state().name(),
                reason);
    }

    private Certificate view(Scope scope, Caller caller, String id) {
        return jpa.txExpr(
                TransactionType.Supports,
                manager -> of(new CertificateRows(manager).load(scope, id).orElseThrow(NotFound::new), caller));
    }

    private Certificate of(CertificateEntity row, Caller caller) {
        var face = row.face(null);
        return new Certificate(
                row.id(),
                row.version(),
                row.office().id(),
                row.number(),
                row.versionNo(),
                row.reason(),
                row.state(),
                CertificateWorkflow.TABLE.legal(row.state(), caller.acting().role()),
                row.claimedBy(),
                face.name(),
                face.dispatcher(),
                face.nature(),
                face.establishmentLevel(),
                face.address(),
                face.head(),
                face.mainBusiness(),
                face.issueDate(),
                face.issuer(),
                row.state() == CertificateState.TO_PRINT
                        ? null
                        : address.map(a -> a.check(row.token())).orElse(null),
                row.copyList(),
                row.receipt(),
                row.updatedAt());
    }
}
