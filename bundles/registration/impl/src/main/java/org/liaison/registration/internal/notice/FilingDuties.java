package org.liaison.registration.internal.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.DutySource;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.internal.rules.Lights;
import org.liaison.registration.internal.store.OpenCase;
import org.liaison.registration.internal.store.OpenCases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is due of open filing applications (待办期限). */
@Component
public final class FilingDuties implements DutySource {
    /** A case that lapsed longer ago is nobody's duty any more. */
    private static final int LAPSED_DAYS = 30;

    private final JpaTemplate jpa;
    private final RuleBook book;

    @Activate
    public FilingDuties(
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated,
            @Reference RuleBook book) {
        this.jpa = jpa;
        this.book = book;
    }

    @Override
    public Page<Duty> duties(LocalDate day, PageRequest page) {
        CaseDuties duties = new CaseDuties(new Lights(book, day));
        Page<OpenCase> open = jpa.txExpr(
                TransactionType.Supports, manager -> new OpenCases(manager).page(day.minusDays(LAPSED_DAYS), page));
        List<Duty> due =
                open.items().stream().map(duties::of).flatMap(Optional::stream).toList();
        return new Page<>(due, open.next());
    }
}
