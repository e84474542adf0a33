package org.liaison.registration.internal.notice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.DutySource;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.internal.rules.Lights;
import org.liaison.registration.internal.store.WaitingCertificates;
import org.liaison.registration.internal.store.WaitingCertificates.Waiting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Certificates that are not handed over yet (登记证待发): the Bureau is reminded of its clock, the office once a week that a printed
 * one waits for it (domain page 4.5).
 */
@Component
public final class CertificateDuties implements DutySource {
    static final String SUBJECT = "certificate";

    private final JpaTemplate jpa;
    private final RuleBook book;

    @Activate
    public CertificateDuties(
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated,
            @Reference RuleBook book) {
        this.jpa = jpa;
        this.book = book;
    }

    @Override
    public Page<Duty> duties(LocalDate day, PageRequest page) {
        Page<Waiting> waiting =
                jpa.txExpr(TransactionType.Supports, manager -> new WaitingCertificates(manager).page(page));
        Lights lights = new Lights(book, day);
        List<Duty> due = waiting.items().stream()
                .flatMap(one -> {
                    Lights.Clock clock = lights.handover(one.issuedOn());
                    return Stream.concat(Stream.of(bureau(one, clock)), office(one, clock, day).stream());
                })
                .toList();
        return new Page<>(due, waiting.next());
    }

    private static Duty bureau(Waiting one, Lights.Clock clock) {
        return duty(
                one,
                clock,
                new BureauQueue(one.hostCity(), one.claimedBy(), Set.of(Role.CLK))
                        .reminders("registration.handover", one.number(), clock));
    }

    // The act of printing told the first time; of the weeks after it only the present one matters.
    private Optional<Duty> office(Waiting one, Lights.Clock clock, LocalDate day) {
        if (one.printedOn() == null) {
            return Optional.empty();
        }
        int every = book.number("certificate.reminder.days", one.printedOn());
        long times = ChronoUnit.DAYS.between(one.printedOn(), day) / every;
        if (times < 1) {
            return Optional.empty();
        }
        return Optional.of(duty(
                one,
                clock,
                List.of(new Reminder(
                        CertificateNews.READY,
                        one.printedOn() + "/" + times,
                        one.printedOn().plusDays(times * every),
                        ApplicationNews.office(one.officeId()),
                        Map.of("no", one.number())))));
    }

    private static Duty duty(Waiting one, Lights.Clock clock, List<Reminder> reminders) {
        return new Duty(SUBJECT, one.id(), one.officeId(), clock.dueOn(), reminders);
    }
}
