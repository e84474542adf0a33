package org.liaison.platform.internal.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.platform.api.rules.RuleBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes notices, and what is to be sent of them, into the running transaction. */
@Component(service = {Notices.class, NoticeWriter.class})
public final class NoticeWriter implements Notices {
    /** One role of the Bureau has some tens of holders, a few hundred in the largest platform. */
    static final int MOST_RECIPIENTS = 1_000;

    private final Rows rows;
    private final NoticeTable notices;
    private final Accounts accounts;
    private final RuleBook book;
    private final Channels channels;

    @Activate
    public NoticeWriter(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=notices)") Migrated migrated,
            @Reference Accounts accounts,
            @Reference RuleBook book,
            @Reference Channels channels) {
        this(new Rows(source), accounts, book, channels);
    }

    NoticeWriter(Rows rows, Accounts accounts, RuleBook book, Channels channels) {
        this.rows = rows;
        this.notices = new NoticeTable(rows);
        this.accounts = accounts;
        this.book = book;
        this.channels = channels;
    }

    @Override
    public void tell(Unit unit, Message message, List<Recipient> to) {
        write(message, null, null, people(to, unit.today()), unit.now(), unit.today());
    }

    /** One notice a person, unless the person was told already. @return notices written */
    int remind(Unit unit, LocalDate day, Due due) {
        return write(due.message(), day, due.dueOn(), due.people(), unit.now(), day);
    }

    private int write(
            Message message, LocalDate remindDay, LocalDate dueOn, List<Holder> people, Instant now, LocalDate day) {
        Words words = Words.of(book, message.rule(), message.facts(), day);
        Set<String> told =
                notices.told(message.subject(), message.subjectId(), message.rule(), message.occasion(), remindDay);
        List<Object[]> inbox = new ArrayList<>();
        Map<Way, List<Object[]>> outbox = new EnumMap<>(Way.class);
        for (Holder person : people) {
            if (told.contains(person.account())) {
                continue;
            }
            String id = UUID.randomUUID().toString();
            inbox.add(new Object[] {
                id,
                person.account(),
                person.scope(),
                message.rule(),
                message.subject(),
                message.subjectId(),
                message.officeId(),
                message.occasion(),
                remindDay,
                words.title(),
                words.text(),
                dueOn,
                now.toEpochMilli()
            });
            for (Way way : channels.open()) {
                outbox.computeIfAbsent(way, w -> new ArrayList<>())
                        .add(DeliveryTable.row(id, way, now, person.account()));
            }
        }
        rows.batch(NoticeTable.INSERT, inbox);
        outbox.forEach((way, deliveries) -> rows.batch(DeliveryTable.insert(way), deliveries));
        return inbox.size();
    }

    /** Everybody meant, each once, in the first scope found. */
    List<Holder> people(List<Recipient> to, LocalDate day) {
        Map<String, Holder> found = new LinkedHashMap<>();
        for (Recipient recipient : to) {
            List<Holder> holders = accounts.holders(recipient.role(), recipient.scopes(), day, MOST_RECIPIENTS);
            meant(recipient, holders).forEach(holder -> found.putIfAbsent(holder.account(), holder));
        }
        return List.copyOf(found.values());
    }

    // Whoever held the case may have lost the role since: then it is everybody's again.
    private static List<Holder> meant(Recipient recipient, List<Holder> holders) {
        List<Holder> one = holders.stream()
                .filter(holder -> holder.account().equals(recipient.account()))
                .toList();
        return one.isEmpty() ? holders : one;
    }

    /** Those of the people who were not told yet. */
    List<Holder> untold(Message message, LocalDate day, List<Holder> people) {
        Set<String> told =
                notices.told(message.subject(), message.subjectId(), message.rule(), message.occasion(), day);
        return people.stream()
                .filter(person -> !told.contains(person.account()))
                .toList();
    }

    /** A reminder that is to go out, and to whom. */
    record Due(Message message, LocalDate dueOn, List<Holder> people) {}
}
