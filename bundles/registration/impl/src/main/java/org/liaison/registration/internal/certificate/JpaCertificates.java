package org.liaison.registration.internal.certificate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Handover;
import org.liaison.registration.internal.notice.CertificateNews;
import org.liaison.registration.internal.store.CertificateRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Certificates in the database: puts the parts of their way together. */
@Component(configurationPid = PublicSettings.PID)
public final class JpaCertificates implements Certificates {
    private final Operations operations;
    private final JpaTemplate jpa;
    private final CertificateCases cases;
    private final Claims claims;
    private final CertificatePrinting printing;
    private final CertificateHandover handover;
    private final CertificateChecks checks;

    @Activate
    public JpaCertificates(
            @Reference Operations operations,
            @Reference Accounts accounts,
            @Reference RuleBook book,
            @Reference Notices notices,
            @Reference Clock clock,
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated,
            PublicSettings settings) {
        Optional<PublicAddress> address = PublicAddress.of(settings.publicUrl());
        this.operations = operations;
        this.jpa = jpa;
        cases = new CertificateCases(operations, jpa, address, new CertificateNews(notices));
        claims = new Claims(accounts);
        printing = new CertificatePrinting(cases, address);
        handover = new CertificateHandover(cases);
        checks = new CertificateChecks(operations, jpa, book, clock);
    }

    @Override
    public Certificate claim(Caller caller, String id, long version, String key) {
        return cases.fire(caller, CertificateEvent.CLAIM, id, version, key, (unit, manager, row) -> {
            claims.claim(row, caller, unit.today());
            return null;
        });
    }

    @Override
    public Certificate release(Caller caller, String id, long version, String key) {
        return cases.fire(caller, CertificateEvent.RELEASE, id, version, key, (unit, manager, row) -> {
            row.claim(null);
            return null;
        });
    }

    @Override
    public Certificate reassign(Caller caller, String id, long version, String account, String key) {
        return cases.fire(
                caller,
                CertificateEvent.REASSIGN,
                id,
                version,
                key,
                (unit, manager, row) -> {
                    claims.reassign(row, caller, account, unit.today());
                    return account;
                },
                account);
    }

    @Override
    public Certificate print(Caller caller, String id, long version, List<BlankForm> forms, String key) {
        return printing.print(caller, id, version, forms, key);
    }

    @Override
    public Certificate spoil(Caller caller, String id, long version, String formNo, String reason, String key) {
        return printing.spoil(caller, id, version, formNo, reason, key);
    }

    @Override
    public Certificate handOver(Caller caller, String id, long version, Handover request, String key) {
        return handover.handOver(caller, id, version, request, key);
    }

    @Override
    public Certificate get(Caller caller, String id) {
        return cases.get(caller, id);
    }

    @Override
    public Page<CertificateRow> list(Caller caller, CertificateFilter filter, PageRequest page) {
        return operations.read(
                caller,
                CertificateWorkflow.READ,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new CertificateRows(manager)
                        .page(scope, filter, caller.account(), page)));
    }

    @Override
    public CertificateCheck check(Caller caller, String token) {
        return checks.check(caller, token);
    }
}
