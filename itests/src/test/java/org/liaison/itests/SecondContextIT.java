package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.liaison.itests.neighbour.Notes;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** A second context stays up while registration is away; only what needs registration says so. Runs inside the container. */
@RunWith(PaxExam.class)
public class SecondContextIT {
    private static final String NOTES = "/api/neighbour/v1/notes";

    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    private BundleContext container;

    @Inject
    private Notes notes;

    @Test
    public void secondContext_staysUp_whileRegistrationIsAway() throws Exception {
        String office = Offices.JSON
                .readTree(send("POST", Offices.PATH, Offices.request(), 201))
                .at("/office/id")
                .asText();
        ObjectNode note =
                Offices.JSON.createObjectNode().put("officeId", office).put("text", "拜访");
        String path = NOTES + "/"
                + Offices.JSON
                        .readTree(send("POST", NOTES, note, 200))
                        .get("id")
                        .asText();
        assertThat(send("GET", path + "/office", null, 200)).contains(office);

        Bundle registration = bundle("org.liaison.registration.impl");
        registration.stop();
        try {
            assertThat(send("GET", path, null, 200)).contains("拜访");
            assertThat(send("POST", NOTES, note, 200)).contains(office);
            assertThat(send("GET", path + "/office", null, 503)).contains("\"UNAVAILABLE\"", "备案登记暂时不可用");
        } finally {
            registration.start();
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (status("GET", path + "/office", null).statusCode() != 200) {
            assertThat(System.nanoTime()).as("registration is back").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(container.getService(container.getServiceReference(Notes.class)))
                .as("the service of the second context is the one from before")
                .isSameAs(notes);
    }

    @Test
    public void testsAndTheirContexts_refreshNothing() throws Exception {
        assertThat(Files.readAllLines(log())).noneMatch(line -> line.contains("Refreshing bundles:"));
    }

    private Bundle bundle(String name) {
        return Arrays.stream(container.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String send(String method, String path, ObjectNode body, int status) throws Exception {
        HttpResponse<String> answer = status(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private HttpResponse<String> status(String method, String path, ObjectNode body) throws Exception {
        String port = System.getProperty(ShippedDistribution.PORT);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", Container.basic("clk", password("clk")))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String password(String account) throws Exception {
        return Files.readAllLines(data().resolve("first-accounts.txt")).stream()
                .map(line -> line.split("\t"))
                .filter(columns -> columns[0].equals(account))
                .map(columns -> columns[1])
                .findFirst()
                .orElseThrow();
    }

    private static Path log() {
        return data().resolve("log/karaf.log");
    }

    private static Path data() {
        return Path.of(System.getProperty("karaf.data"));
    }
}
