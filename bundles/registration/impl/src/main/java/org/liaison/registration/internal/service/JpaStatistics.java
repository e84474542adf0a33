package org.liaison.registration.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Figures;
import org.liaison.registration.api.Statistics;
import org.liaison.registration.internal.rules.Lights;
import org.liaison.registration.internal.store.FigureRows;
import org.liaison.registration.internal.store.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures out of the database, counted when they are asked for. */
@Component
public final class JpaStatistics implements Statistics {
    private final Operations operations;
    private final RuleBook book;
    private final Clock clock;
    private final JpaTemplate jpa;

    @Activate
    public JpaStatistics(
            @Reference Operations operations,
            @Reference RuleBook book,
            @Reference Clock clock,
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        this.operations = operations;
        this.book = book;
        this.clock = clock;
        this.jpa = jpa;
    }

    @Override
    public Figures figures(Caller caller) {
        return operations.read(
                caller,
                RegistrationPermissions.FIGURES_READ,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
                    FigureRows rows = new FigureRows(manager, new Lights(book, today));
                    Reach reach = Reach.of(caller, scope);
                    return new Figures(today, rows.offices(scope), rows.filings(reach), rows.clocks(reach));
                }));
    }
}
