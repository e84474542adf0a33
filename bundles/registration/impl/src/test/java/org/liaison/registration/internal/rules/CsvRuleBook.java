package org.liaison.registration.internal.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.platform.api.rules.WorkCalendar;

/** The rule book as the delivered lists have it. */
public final class CsvRuleBook implements RuleBook {
    private final List<Code> codes = rows("code-lists.csv").stream()
            .map(row -> new Code(row[0], row[1], row[2]))
            .toList();
    private final Map<String, List<Division>> divisions =
            rows("divisions.csv").stream().map(CsvRuleBook::division).collect(Collectors.groupingBy(Division::code));

    private final Map<String, String> settings =
            platform("settings.csv").collect(Collectors.toMap(row -> row[0], row -> row[1]));
    private final WorkCalendar calendar = new WorkCalendar(platform("calendar.csv")
            .collect(Collectors.toMap(row -> LocalDate.parse(row[0]), row -> WorkCalendar.Kind.valueOf(row[1]))));

    @Override
    public Optional<Code> code(String list, String code, LocalDate at) {
        return codes(list, at).stream().filter(c -> c.code().equals(code)).findFirst();
    }

    @Override
    public List<Code> codes(String list, LocalDate at) {
        return codes.stream().filter(c -> c.list().equals(list)).toList();
    }

    @Override
    public Optional<Division> division(String code, LocalDate at) {
        return divisions.getOrDefault(code, List.of()).stream()
                .filter(d -> d.validAt(at))
                .findFirst();
    }

    @Override
    public List<Code> divisions(String word, LocalDate at, int most) {
        return divisions.values().stream()
                .flatMap(List::stream)
                .filter(d -> d.validAt(at) && d.name().contains(word))
                .limit(most)
                .map(d -> new Code("division", d.code(), d.name()))
                .toList();
    }

    @Override
    public boolean divisionEverAssigned(String code) {
        return divisions.containsKey(code);
    }

    @Override
    public WorkCalendar calendar() {
        return calendar;
    }

    @Override
    public String setting(String name, LocalDate at) {
        return Optional.ofNullable(settings.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Division division(String[] row) {
        return new Division(
                row[0],
                row[1],
                Integer.parseInt(row[2]),
                row[3].isEmpty() ? null : row[3],
                row[4].isEmpty() ? null : LocalDate.of(Integer.parseInt(row[4]), 1, 1),
                row[5].isEmpty() ? null : LocalDate.of(Integer.parseInt(row[5]), 12, 31));
    }

    /** Rows that the platform ships with. */
    private static Stream<String[]> platform(String file) {
        try {
            return Files.readAllLines(Path.of("../../platform/persistence/src/main/resources/rules", file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                CsvRuleBook.class.getResourceAsStream("/delivered/" + file), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
