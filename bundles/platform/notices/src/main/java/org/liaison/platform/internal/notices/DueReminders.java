package org.liaison.platform.internal.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.DutySource;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Reminders;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.platform.internal.notices.NoticeWriter.Due;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Asks every source what is due and writes the reminders of the day, a page in one transaction. It may run at any time, as
 * often as one likes and on several nodes at once: what was written is not written again.
 */
@Component(service = {Reminders.class, DueReminders.class})
public final class DueReminders implements Reminders {
    private static final int PAGE = 100;
    private static final int SHOWN = 200;
    private static final int TRIES = 3;

    private final Operations operations;
    private final Callers callers;
    private final NoticeWriter writer;
    private final RuleBook book;
    private final Clock clock;
    private final List<DutySource> sources = new CopyOnWriteArrayList<>();

    @Activate
    public DueReminders(
            @Reference Operations operations,
            @Reference Callers callers,
            @Reference NoticeWriter writer,
            @Reference RuleBook book,
            @Reference Clock clock) {
        this.operations = operations;
        this.callers = callers;
        this.writer = writer;
        this.book = book;
        this.clock = clock;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(DutySource source) {
        sources.add(source);
    }

    void remove(DutySource source) {
        sources.remove(source);
    }

    /** The sources that are there now. */
    List<DutySource> sources() {
        return List.copyOf(sources);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    @Override
    public Preview preview(Caller caller) {
        return operations.read(caller, "platform.reminder.preview", scope -> {
            LocalDate day = today();
            List<Planned> planned = new ArrayList<>();
            int[] people = {0};
            for (DutySource source : sources) {
                pages(source, day, due -> {
                    people[0] += due.stream().mapToInt(d -> d.people().size()).sum();
                    due.stream()
                            .limit(Math.max(0, SHOWN - planned.size()))
                            .map(DueReminders::planned)
                            .forEach(planned::add);
                });
            }
            return new Preview(day, book.calendar().workday(day), people[0], planned);
        });
    }

    private static Planned planned(Due due) {
        Message message = due.message();
        return new Planned(
                message.rule(),
                message.subject(),
                message.subjectId(),
                due.dueOn(),
                due.people().size());
    }

    @Override
    public int run(Caller caller) {
        Act act = Act.of("platform.reminder.run", "reminder", null, null);
        LocalDate day = operations.run(
                caller, act, unit -> Done.of(unit.today(), unit.today().toString(), 0, null), (scope, id) -> null);
        return sources.stream().mapToInt(source -> run(source, day)).sum();
    }

    /** Writes what one source says is to be reminded of. @return notices written */
    int run(DutySource source, LocalDate day) {
        int[] written = {0};
        pages(source, day, due -> written[0] += write(due, day));
        return written[0];
    }

    private void pages(DutySource source, LocalDate day, Consumer<List<Due>> each) {
        String after = null;
        do {
            Page<Duty> page = source.duties(day, new PageRequest(PAGE, after));
            List<Due> due = page.items().stream()
                    .map(duty -> due(duty, day))
                    .flatMap(Optional::stream)
                    .toList();
            if (!due.isEmpty()) {
                each.accept(due);
            }
            after = page.next();
        } while (after != null);
    }

    private Optional<Due> due(Duty duty, LocalDate day) {
        // what falls on a rest day goes out on the next working day, by itself: its day has come then
        if (!book.calendar().workday(day) && !day.equals(duty.dueOn())) {
            return Optional.empty();
        }
        return duty.reminders().stream()
                .filter(reminder -> !reminder.on().isAfter(day))
                .max(Comparator.comparing(Duty.Reminder::on))
                .flatMap(reminder -> due(duty, reminder, day));
    }

    private Optional<Due> due(Duty duty, Duty.Reminder reminder, LocalDate day) {
        Message message = new Message(
                reminder.rule(),
                duty.subject(),
                duty.subjectId(),
                duty.officeId(),
                reminder.occasion(),
                reminder.facts());
        List<Holder> people = writer.untold(message, day, writer.people(reminder.to(), day));
        return people.isEmpty() ? Optional.empty() : Optional.of(new Due(message, duty.dueOn(), people));
    }

    private int write(List<Due> due, LocalDate day) {
        Caller caller = callers.system("reminders");
        Act act = Act.of("platform.reminder.write", "reminder", day.toString(), null);
        for (int tries = 1; ; tries++) {
            try {
                return operations.run(
                        caller,
                        act,
                        unit -> {
                            int written = due.stream()
                                    .mapToInt(one -> writer.remind(unit, day, one))
                                    .sum();
                            return new Done<>(written, day.toString(), 0, null, null, null, written + "条提醒");
                        },
                        (scope, id) -> null);
            } catch (Conflict twin) {
                // another node wrote one of them meanwhile: what is left is written in the next try
                if (tries == TRIES) {
                    throw twin;
                }
            }
        }
    }
}
