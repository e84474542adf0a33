package org.liaison.platform.api.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the test vectors, which have no quoted fields. */
final class Vectors {
    private Vectors() {}

    /** Rows without the heading; a missing last field is an empty one. */
    static List<String[]> rows(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkCalendar calendar() {
        Map<LocalDate, WorkCalendar.Kind> days = new HashMap<>();
        rows("calendar.csv").forEach(r -> days.put(LocalDate.parse(r[0]), WorkCalendar.Kind.valueOf(r[1])));
        return new WorkCalendar(days);
    }

    static Set<String> divisions() {
        return rows("divisions.csv").stream().map(r -> r[0]).collect(Collectors.toSet());
    }
}
