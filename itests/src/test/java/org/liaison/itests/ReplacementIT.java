package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

/** registration's bundles are replaced by jars in deploy/ while people read and write: no request fails, nothing is lost. */
public class ReplacementIT {
    private static final List<String> REPLACED = List.of("impl", "endpoint", "command");
    private static final int ROUNDS = 3;

    @Test
    public void noRequestFails_whileRegistrationIsReplaced() throws Exception {
        try (Container container = new Container()) {
            container.start().await("clk", "/api/registration/v1/applications", 200);
            Offices offices = new Offices(container);
            Queue<String> failures = new ConcurrentLinkedQueue<>();
            Map<String, String> opened = new ConcurrentHashMap<>();
            AtomicBoolean ended = new AtomicBoolean();
            ExecutorService people = Executors.newFixedThreadPool(3);
            people.submit(() -> reads(container, failures, ended));
            people.submit(() -> writes(offices, opened, failures, ended));
            people.submit(() -> writes(offices, opened, failures, ended));

            for (int round = 1; round <= ROUNDS; round++) {
                for (String bundle : REPLACED) {
                    replace(container, bundle, round);
                }
            }
            ended.set(true);
            people.shutdown();
            assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

            assertThat(failures).isEmpty();
            assertThat(opened).isNotEmpty();
            for (Map.Entry<String, String> office : opened.entrySet()) {
                JsonNode found = Offices.json(offices.get("clk", office.getKey()));
                assertThat(found.get("name").asText()).isEqualTo(office.getValue());
            }
        }
    }

    /** Drops the jar into deploy/ and waits until the log says that the running bundle was updated by it. */
    private static void replace(Container container, String bundle, int round) throws IOException {
        Path jar = Path.of(System.getProperty("liaison.root"), "bundles", "registration", bundle, "target")
                .resolve("registration-" + bundle + "-1.0.0-SNAPSHOT.jar");
        Path place = container.home().resolve("deploy").resolve(jar.getFileName());
        Path aside = Files.copy(jar, container.home().resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(aside, FileTime.from(Instant.now()));
        Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING);
        String name = "org.liaison.registration." + bundle;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (updates(container, name) < round) {
            assertThat(System.nanoTime()).as("update %d of %s", round, name).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static long updates(Container container, String name) throws IOException {
        return container.log().stream()
                .filter(line -> line.contains("| fileinstall") && line.contains(name) && line.contains("pdating "))
                .count();
    }

    private static Void reads(Container container, Queue<String> failures, AtomicBoolean ended) {
        while (!ended.get()) {
            try {
                HttpResponse<String> answer =
                        container.send(container.request("clk", Offices.PATH).GET());
                if (answer.statusCode() != 200) {
                    failures.add("read " + answer.statusCode() + " " + answer.body());
                }
            } catch (Exception e) {
                failures.add("read " + e);
            }
        }
        return null;
    }

    private static Void writes(
            Offices offices, Map<String, String> opened, Queue<String> failures, AtomicBoolean ended) {
        while (!ended.get()) {
            try {
                ObjectNode request = Offices.request();
                HttpResponse<String> answer =
                        offices.open("clk", request, request.get("headAccount").asText());
                if (answer.statusCode() == 201) {
                    JsonNode office = Offices.json(answer).get("office");
                    opened.put(office.get("id").asText(), office.get("name").asText());
                } else {
                    failures.add("write " + answer.statusCode() + " " + answer.body());
                }
            } catch (Exception e) {
                failures.add("write " + e);
            }
        }
        return null;
    }
}
