package org.liaison.registration.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.api.Review.Warning;

public class DeliveredFilingsTest {
    @Test
    public void everySample_passesWithoutAWord() {
        List<JsonNode> samples = Filings.read("sample-applications.json");
        SoftAssertions all = new SoftAssertions();
        for (JsonNode sample : samples) {
            Findings found = Filings.judge(sample);
            all.assertThat(found.violations()).as(name(sample)).isEmpty();
            all.assertThat(found.warnings()).as(name(sample)).isEmpty();
        }
        all.assertAll();
        assertThat(samples.size()).isEqualTo(40);
    }

    @Test
    public void everyPlantedFault_isFoundAtItsPathAlone() {
        List<JsonNode> faulty = Filings.read("faulty-applications.json");
        SoftAssertions all = new SoftAssertions();
        for (JsonNode entry : faulty) {
            Findings found = Filings.judge(entry.get("application"));
            String path = entry.get("path").asText();
            String outcome = entry.get("outcome").asText();
            all.assertThat(found.violations())
                    .as(entry.get("fault").asText())
                    .extracting(Violation::path)
                    .isEqualTo(outcome.equals("REFUSED") ? List.of(path) : List.of());
            all.assertThat(found.warnings())
                    .as(entry.get("fault").asText())
                    .extracting(Warning::path)
                    .isEqualTo(outcome.equals("WARNING") ? List.of(path) : List.of());
        }
        all.assertAll();
        assertThat(faulty.size()).isEqualTo(10);
    }

    @Test
    public void everySample_mayBeOpened() {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode sample : Filings.read("sample-applications.json")) {
            Findings found = SubmissionRules.checkOpening(opening(Filings.form(sample)), Filings.BOOK, Filings.TODAY);
            all.assertThat(found.violations()).as(name(sample)).isEmpty();
        }
        all.assertAll();
    }

    @Test
    public void opening_isRefusedAtThePathOfTheForm_whenHostCityOrDispatcherIsOutOfScope() {
        JsonNode sample = Filings.read("sample-applications.json").get(0);
        assertThat(openingPaths(Filings.with(sample, "/form/hostCity", "\"370600\"")))
                .containsExactly("hostCity");
        assertThat(openingPaths(Filings.with(sample, "/form/hostCity", null))).containsExactly("hostCity");
        assertThat(openingPaths(Filings.with(sample, "/form/dispatcher/kind", "\"9\"")))
                .containsExactly("dispatcher.kind");
        assertThat(openingPaths(Filings.with(sample, "/form/dispatcher", null))).containsExactly("dispatcher");
        assertThat(openingPaths(Filings.with(sample, "/form/dispatcher/uscc", "\"11420300MB8000013G\"")))
                .containsExactly("dispatcher.uscc");
    }

    private static List<String> openingPaths(JsonNode filing) {
        return SubmissionRules.checkOpening(opening(Filings.form(filing)), Filings.BOOK, Filings.TODAY)
                .violations()
                .stream()
                .map(Violation::path)
                .toList();
    }

    private static OpenOffice opening(Form form) {
        return new OpenOffice(
                form.name(),
                form.hostCity(),
                form.dispatcher(),
                form.letter().no(),
                LocalDate.of(2026, 1, 5),
                "head",
                form.head().name());
    }

    private static String name(JsonNode filing) {
        return filing.at("/form/name").asText();
    }
}
