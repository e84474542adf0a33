package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Every delivered filing over REST, with three people: each sample is approved, each planted fault ends as its file says.
 * Several offices file at a time, as they do in the first weeks.
 */
public class SamplesIT {
    private static final int AT_A_TIME = 4;
    private static final String TICKS =
            "{\"contents\":[\"NAME\",\"NATURE\",\"MAIN_BUSINESS\",\"ESTABLISHMENT_LEVEL\",\"STAFFING_QUOTA\"]}";

    private static Container container;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", Filing.APPLICATIONS, 200);
    }

    @Test
    public void everySample_isApproved_underNumbersOfItsOwn() throws Exception {
        List<JsonNode> approved = eachOf(delivered("main", "sample-applications.json"), SamplesIT::approve);

        assertThat(approved).hasSize(40);
        for (String number : List.of("no", "decisionNo", "registrationNo", "certificateNo")) {
            Set<String> numbers = new HashSet<>();
            approved.forEach(one -> numbers.add(one.get(number).asText()));
            assertThat(numbers).as(number).hasSize(approved.size());
        }
        assertThat(container.complaints()).isEmpty();
    }

    private static JsonNode approve(JsonNode sample) throws Exception {
        Filing filing = drafted(sample);
        filing.office("submission", 200);
        JsonNode approved = filing.approve();
        assertThat(approved.get("state").asText()).isEqualTo("APPROVED");
        assertThat(office(filing).get("status").asText()).isEqualTo("REGISTERED");
        return approved;
    }

    @Test
    public void everyPlantedFault_endsAsItsFileSays() throws Exception {
        List<String> outcomes = eachOf(delivered("test", "faulty-applications.json"), SamplesIT::judge);

        assertThat(outcomes).contains("REFUSED", "WARNING");
        assertThat(container.complaints()).isEmpty();
    }

    private static String judge(JsonNode fault) throws Exception {
        String outcome = fault.get("outcome").asText();
        Filing faulty = drafted(fault.get("application"));
        String path = fault.get("path").asText();
        switch (outcome) {
            case "REFUSED" -> refuse(faulty, path);
            case "WARNING" -> warn(faulty, path);
            case "OK" -> assertThat(warnings(faulty.office("submission", 200))).isEmpty();
            default -> throw new AssertionError("no such outcome: " + fault);
        }
        return outcome;
    }

    /** At this path and at no other; the draft and its office are as before. */
    private static void refuse(Filing faulty, String path) throws Exception {
        JsonNode before = faulty.read();

        HttpResponse<String> answer = faulty.tried("submission");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(paths(Offices.json(answer).get("violations")))
                .as(answer.body())
                .containsOnly(path);
        BadInputIT.assertSpeaksToPeople(answer);
        assertThat(faulty.read()).as(path).isEqualTo(before);
        assertThat(office(faulty).get("status").asText()).isEqualTo("UNREGISTERED");
    }

    /** Submitted; the clerk sees the warning and has to answer it first. */
    private static void warn(Filing faulty, String path) throws Exception {
        faulty.office("submission", 200);
        faulty.bureau("clk", "claim", "{}");
        faulty.bureau("clk", "ticks", TICKS);
        JsonNode seen = Offices.json(container.send(
                container.request("clk", Filing.APPLICATIONS + "/" + faulty.id).GET()));
        assertThat(paths(warnings(seen))).containsExactly(path);

        HttpResponse<String> early = faulty.tried("clk", "acceptance", "{\"text\":\"材料齐全\"}");
        assertThat(early.statusCode()).as(early.body()).isEqualTo(409);
        assertThat(Offices.json(early).get("code").asText()).isEqualTo("WARNINGS_OPEN");

        String no = warnings(seen).get(0).get("no").asText();
        faulty.bureau("clk", "answers", "{\"answers\":[{\"no\":" + no + ",\"text\":\"已与派出单位核实\"}]}");
        assertThat(faulty.bureau("clk", "acceptance", "{\"text\":\"材料齐全\"}")
                        .get("state")
                        .asText())
                .isEqualTo("ACCEPTED");
    }

    /** An office opened in its city, or in Jinan when the city is what is wrong, with the draft and its files. */
    private static Filing drafted(JsonNode application) throws Exception {
        String city = application.at("/form/hostCity").asText();
        String opened = Set.of("370100", "370200").contains(city) ? city : "370100";
        return Filing.of(container, application, opened).draft().files();
    }

    private static JsonNode office(Filing filing) throws Exception {
        return Offices.json(new Offices(container).get("clk", filing.office));
    }

    private static JsonNode warnings(JsonNode application) {
        return application.at("/review/warnings");
    }

    private static List<String> paths(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("path").asText())
                .toList();
    }

    private static JsonNode delivered(String side, String file) throws IOException {
        return Offices.JSON.readTree(Path.of(
                        System.getProperty("liaison.root"),
                        "bundles/registration/impl/src",
                        side,
                        "resources/delivered",
                        file)
                .toFile());
    }

    private interface Way<T> {
        T go(JsonNode row) throws Exception;
    }

    private static <T> List<T> eachOf(JsonNode rows, Way<T> way) throws InterruptedException {
        ExecutorService offices = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Callable<T>> ways = new ArrayList<>();
            rows.forEach(row -> ways.add(() -> way.go(row)));
            List<T> ends = new ArrayList<>();
            for (Future<T> end : offices.invokeAll(ways)) {
                ends.add(end.get());
            }
            return ends;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            offices.shutdown();
        }
    }
}
