package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;

public class VectorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Predicate<String> ASSIGNED = code -> !code.startsWith("99");

    @Test
    public void uscc_answersEveryVector() throws IOException {
        List<String[]> rows = rows("uscc.csv");
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows) {
            String result = Uscc.parse(row[0]).map(code -> code.innerCheckHolds() ? "OK" : "WARNING").orElse("ERROR");
            all.assertThat(result).as(row[0]).isEqualTo(row[1]);
        }
        all.assertAll();
        assertThat(rows).hasSizeGreaterThan(25);
    }

    @Test
    public void citizenId_answersEveryVector() throws IOException {
        List<String[]> rows = rows("citizen-id.csv");
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows) {
            Optional<CitizenId> id = CitizenId.parse(row[0], TODAY, ASSIGNED);
            String read = id.map(i -> (i.sex().equals("1") ? "M" : "F") + i.birthDate()).orElse("ERROR");
            all.assertThat(read).as(row[0]).isEqualTo(row[1].equals("OK") ? row[2] + row[3] : "ERROR");
        }
        all.assertAll();
        assertThat(rows).hasSizeGreaterThan(25);
    }

    @Test
    public void fault_namesTheReason_whenTheNumberIsWrong() {
        assertThat(CitizenId.fault("370101720315901", TODAY, ASSIGNED)).contains(CitizenId.Fault.SHAPE);
        assertThat(CitizenId.fault("370101197102299013", TODAY, ASSIGNED)).contains(CitizenId.Fault.BIRTH_DATE);
        assertThat(CitizenId.fault("370101209912319018", TODAY, ASSIGNED)).contains(CitizenId.Fault.FUTURE);
        assertThat(CitizenId.fault("990101197203159015", TODAY, ASSIGNED)).contains(CitizenId.Fault.DIVISION);
        assertThat(CitizenId.fault("370101197203159019", TODAY, ASSIGNED)).contains(CitizenId.Fault.CHECK);
        assertThat(CitizenId.fault(null, TODAY, ASSIGNED)).contains(CitizenId.Fault.SHAPE);
    }

    @Test
    public void toString_masksTheNumber() {
        assertThat(CitizenId.parse("37010119720315901x", TODAY, ASSIGNED)).hasToString("Optional[370101********901X]");
    }

    @Test
    public void parse_isEmpty_whenNothingWasTyped() {
        assertThat(Uscc.parse(null)).isEmpty();
        assertThat(Uscc.parse("")).isEmpty();
    }

    private static List<String[]> rows(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                VectorsTest.class.getResourceAsStream("/vectors/" + file), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
