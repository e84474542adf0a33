package org.liaison.platform.internal.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.platform.api.rules.WorkCalendar;
import org.liaison.platform.internal.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rule book out of its tables, kept in memory from the first question on. */
@Component(service = RuleBook.class)
public final class TableRuleBook implements RuleBook {
    private final Database database;
    private final RuleTables tables;
    private volatile Book book;

    @Activate
    public TableRuleBook(@Reference Database database) {
        this.database = database;
        this.tables = new RuleTables(database);
    }

    private Book book() {
        Book known = book;
        if (known == null) {
            synchronized (this) {
                if (book == null) {
                    // The first question may come from inside an act: the load has a transaction of its own.
                    book = database.apart(this::load);
                }
                known = book;
            }
        }
        return known;
    }

    private Book load() {
        tables.load();
        return read();
    }

    private Book read() {
        Map<LocalDate, WorkCalendar.Kind> days = new HashMap<>();
        tables.read(Dataset.CALENDAR).forEach(r -> days.put(LocalDate.parse(r[0]), WorkCalendar.Kind.valueOf(r[1])));
        return new Book(
                new WorkCalendar(days),
                grouped(
                        Dataset.CODES,
                        r -> new Dated<>(new Code(r[0], r[1], r[2]), first(r[3]), last(r[4])),
                        d -> d.row().list()),
                grouped(
                        Dataset.DIVISIONS,
                        r -> new Division(r[0], r[1], Integer.parseInt(r[2]), r[3], first(r[4]), last(r[5])),
                        Division::code),
                grouped(
                        Dataset.SETTINGS,
                        r -> new Dated<>(new String[] {r[0], r[1]}, first(r[2]), last(r[3])),
                        d -> d.row()[0]));
    }

    private <T> Map<String, List<T>> grouped(Dataset set, Function<String[], T> reader, Function<T, String> key) {
        return tables.read(set).stream().map(reader).collect(Collectors.groupingBy(key));
    }

    /** First day of a year or the day itself. */
    private static LocalDate first(String text) {
        return text == null
                ? null
                : text.length() == 4 ? LocalDate.of(Integer.parseInt(text), 1, 1) : LocalDate.parse(text);
    }

    /** Last day of a year or the day itself. */
    private static LocalDate last(String text) {
        return text == null
                ? null
                : text.length() == 4 ? LocalDate.of(Integer.parseInt(text), 12, 31) : LocalDate.parse(text);
    }

    @Override
    public Optional<Code> code(String list, String code, LocalDate at) {
        return codes(list, at).stream().filter(c -> c.code().equals(code)).findFirst();
    }

    @Override
    public List<Code> codes(String list, LocalDate at) {
        return list == null
                ? List.of()
                : book().codes().getOrDefault(list, List.of()).stream()
                        .filter(dated -> dated.validAt(at))
                        .map(Dated::row)
                        .toList();
    }

    @Override
    public Optional<Division> division(String code, LocalDate at) {
        return code == null
                ? Optional.empty()
                : book().divisions().getOrDefault(code, List.of()).stream()
                        .filter(division -> division.validAt(at))
                        .findFirst();
    }

    @Override
    public List<Code> divisions(String word, LocalDate at, int most) {
        return Divisions.find(book().divisions(), word, at, most);
    }

    @Override
    public boolean divisionEverAssigned(String code) {
        return code != null && book().divisions().containsKey(code);
    }

    @Override
    public WorkCalendar calendar() {
        return book().calendar();
    }

    @Override
    public String setting(String name, LocalDate at) {
        return book().settings().getOrDefault(name, List.of()).stream()
                .filter(dated -> dated.validAt(at))
                .findFirst()
                .map(dated -> dated.row()[1])
                .orElseThrow(() -> new IllegalArgumentException("no setting " + name + " on " + at));
    }

    /** A row with its first and last day; null = open. */
    private record Dated<T>(T row, LocalDate from, LocalDate to) {
        boolean validAt(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** Everything, as read. */
    private record Book(
            WorkCalendar calendar,
            Map<String, List<Dated<Code>>> codes,
            Map<String, List<Division>> divisions,
            Map<String, List<Dated<String[]>>> settings) {}
}
