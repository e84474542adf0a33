package org.liaison.platform.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;
import org.liaison.platform.api.rules.DocumentNumber;

/** The rule data that is shipped holds together. */
public class RuleDataTest {
    @Test
    public void divisions_haveOneNameAtATimeAndAParentOfTheLevelAbove() throws IOException {
        List<String[]> rows = rows("divisions.csv", 6);
        assertThat(rows).hasSizeGreaterThan(7000);
        Map<String, Set<String>> levels = rows.stream()
                .collect(Collectors.groupingBy(r -> r[0], Collectors.mapping(r -> r[2], Collectors.toSet())));
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows) {
            all.assertThat(row[0]).matches("[1-9][0-9]{5}");
            all.assertThat(row[1]).as(row[0]).isNotBlank();
            all.assertThat(row[2]).as(row[0]).isIn("1", "2", "3");
            if (row[2].equals("1")) {
                all.assertThat(row[3]).as(row[0]).isEmpty();
            } else {
                all.assertThat(levels).as("parent of " + row[0]).containsKey(row[3]);
            }
            if (!row[4].isEmpty() && !row[5].isEmpty()) {
                all.assertThat(Integer.parseInt(row[4])).as(row[0]).isLessThanOrEqualTo(Integer.parseInt(row[5]));
            }
        }
        all.assertAll();
    }

    @Test
    public void calendar_turnsWeekendsIntoWorkAndNamesADayOnce() throws IOException {
        List<String[]> rows = rows("calendar.csv", 3);
        assertThat(rows).extracting(r -> r[0]).doesNotHaveDuplicates();
        for (String[] row : rows) {
            LocalDate day = LocalDate.parse(row[0]);
            assertThat(row[1]).isIn("OFF", "WORK");
            if (row[1].equals("WORK")) {
                assertThat(day.getDayOfWeek()).as(row[0]).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
        }
    }

    @Test
    public void codeLists_holdEachCodeOnce() throws IOException {
        List<String[]> rows = rows("code-lists.csv", 3);
        assertThat(rows).extracting(r -> r[0] + " " + r[1]).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(r -> assertThat(r[2]).isNotBlank());
        assertThat(rows)
                .extracting(r -> r[0])
                .contains("host-city", "dispatcher-kind", "nature", "quota-kind", "material", "ethnic-group");
    }

    @Test
    public void settings_haveASourceAndOneValueAtATime() throws IOException {
        List<String[]> rows = rows("settings.csv", 7);
        assertThat(rows).extracting(r -> r[0] + " " + r[2]).doesNotHaveDuplicates();
        for (String[] row : rows) {
            assertThat(row[1]).as(row[0]).isNotBlank();
            assertThat(row[4]).as(row[0]).isIn("S", "V", "R");
            if (!row[4].equals("R") && !row[0].startsWith("activity")) {
                assertThat(row[5]).as("article of " + row[0]).isNotBlank();
            }
            if (row[0].matches(".*(days|hours|mb)$")) {
                assertThat(Integer.parseInt(row[1])).as(row[0]).isPositive();
            }
            if (row[0].endsWith("roll_forward")) {
                assertThat(row[1]).as(row[0]).isIn("true", "false");
            }
        }
    }

    @Test
    public void codeWordOfDecisions_makesADocumentNumber() throws IOException {
        String word = rows("settings.csv", 7).stream()
                .filter(r -> r[0].equals("decision.codeword"))
                .map(r -> r[1])
                .findFirst()
                .orElseThrow();
        assertThat(new DocumentNumber(word, 2026, 7).text()).isEqualTo("鲁事管备〔2026〕7号");
    }

    private static List<String[]> rows(String file, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = RuleDataTest.class.getResourceAsStream("/rules/" + file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(rows::add);
        }
        assertThat(rows)
                .allSatisfy(row -> assertThat(row).as(String.join(",", row)).hasSize(columns));
        return rows;
    }
}
