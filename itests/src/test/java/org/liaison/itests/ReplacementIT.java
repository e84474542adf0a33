package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

/**
 * registration's bundles are replaced by jars in deploy/ while people read, write, call over SOAP, upload slowly and type into
 * a form in the browser: no request fails, nothing is lost or written twice, nobody notices, the next page is the new one, and
 * no old class loader piles up.
 */
public class ReplacementIT {
    /** Bundle to a class of it that is loaded whenever the bundle runs. */
    private static final Map<String, String> REPLACED = Map.of(
            "impl", "org.liaison.registration.internal.service.JpaOffices",
            "endpoint", "org.liaison.registration.internal.rest.RegistrationRest",
            "command", "org.liaison.registration.internal.command.QueueCommand");

    private static final int ROUNDS = 7;
    private static final int DRAIN_SECONDS = 2;
    /** What a request may wait for an interface: the default of the front. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, ObjectNode> opened = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger uploads = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    public void noRequestFails_whileRegistrationIsReplaced() throws Exception {
        try (Container container = Container.warm()) {
            container.configure("org.liaison.web", "drainSeconds=" + DRAIN_SECONDS);
            container.start().await("clk", Filing.APPLICATIONS, 200);
            Offices offices = new Offices(container);
            Filing filing = new Filing(container).draft();
            try (Typist typist = new Typist(container, new Filing(container).draft())) {
                replaceAll(
                        container,
                        Map.of(
                                "read",
                                () -> timed(
                                        "read",
                                        200,
                                        () -> container.send(container
                                                .request("clk", Offices.PATH)
                                                .GET())),
                                "write",
                                () -> write(offices),
                                "call",
                                () -> call(offices),
                                "upload",
                                () -> upload(filing),
                                "type",
                                typist::type));
                assertThat(failures).isEmpty();
                typist.goOn(title(ROUNDS));
            }
            assertThat(opened).isNotEmpty();
            assertThat(calls).hasPositiveValue();
            assertThat(uploads).hasPositiveValue();
            assertThat(filing.read().get("materials").findValues("fileName")).hasSize(uploads.get());
            assertThat(names(container))
                    .filteredOn(opened::containsKey)
                    .as("every acknowledged office, once")
                    .containsExactlyInAnyOrderElementsOf(opened.keySet());
            everyRepeat_givesTheSameOffice(offices);
            assertThat(Duration.ofNanos(longest.get())).isLessThan(HELD);
            for (Map.Entry<String, String> bundle : REPLACED.entrySet()) {
                assertThat(container.loadersOf(bundle.getValue(), 2))
                        .as("class loaders of %s: its own and at most one old one", bundle.getKey())
                        .isBetween(1, 2);
            }
            Files.writeString(
                    Path.of("target", "replacement.txt"),
                    String.format(
                            "%d replacements, %d offices opened, %d SOAP calls, %d slow uploads, longest answer %d ms%n",
                            ROUNDS * REPLACED.size(),
                            opened.size(),
                            calls.get(),
                            uploads.get(),
                            TimeUnit.NANOSECONDS.toMillis(longest.get())));
        }
    }

    /** Replaces each bundle in each round while people go on with what they do. */
    private void replaceAll(Container container, Map<String, Act> acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        acts.forEach((what, act) -> people.submit(() -> again(what, act)));
        for (int round = 1; round <= ROUNDS; round++) {
            for (String bundle : REPLACED.keySet()) {
                replace(container, bundle, round);
            }
        }
        ended.set(true);
        people.shutdown();
        assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    private void everyRepeat_givesTheSameOffice(Offices offices) throws Exception {
        for (ObjectNode request : opened.values()) {
            JsonNode again = Offices.json(
                    offices.open("clk", request, request.get("headAccount").asText()));
            assertThat(again.at("/office/name")).isEqualTo(request.get("name"));
            assertThat(again.has("oneTimePassword")).isFalse();
        }
    }

    private void call(Offices offices) throws Exception {
        assertThat(timed("call", 200, () -> offices.listOverSoap("clk")).body()).contains("listOfficesResponse");
        calls.incrementAndGet();
    }

    private void write(Offices offices) throws Exception {
        ObjectNode request = Offices.request();
        String key = request.get("headAccount").asText();
        timed("write", 201, () -> offices.open("clk", request, key));
        opened.put(request.get("name").asText(), request);
    }

    /** A file whose body takes longer than a drain. */
    private void upload(Filing filing) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/materials/letter.pdf")) {
            filing.keep(filing.send("M1", "letter.pdf", file, body -> new SlowStream(body, DRAIN_SECONDS + 1)), 201);
            uploads.incrementAndGet();
        }
    }

    private HttpResponse<String> timed(String what, int status, Callable<HttpResponse<String>> call) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = call.call();
        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(status);
        return answer;
    }

    private Void again(String what, Act act) {
        while (!ended.get()) {
            try {
                act.run();
            } catch (Exception | AssertionError e) {
                failures.add(what + ": " + e);
            }
        }
        return null;
    }

    private static List<String> names(Container container) throws Exception {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Offices.json(container.send(container
                    .request("clk", Offices.PATH + "?limit=100" + after)
                    .GET()));
            page.get("items").forEach(office -> names.add(office.get("name").asText()));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);
        return names;
    }

    /** Drops the jar into deploy/ and waits until the log says that the running bundle was updated by it. */
    private static void replace(Container container, String bundle, int round) throws IOException {
        Path jar = Path.of(System.getProperty("liaison.root"), "bundles", "registration", bundle, "target")
                .resolve("registration-" + bundle + "-1.0.0-SNAPSHOT.jar");
        Path place = container.home().resolve("deploy").resolve(jar.getFileName());
        Path aside = Files.copy(jar, container.home().resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        if (bundle.equals("endpoint")) {
            entitle(aside, title(round));
        }
        Files.setLastModifiedTime(aside, FileTime.from(Instant.now()));
        Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING);
        String name = "org.liaison.registration." + bundle;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (updates(container, name) < round) {
            assertThat(System.nanoTime()).as("update %d of %s", round, name).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static String title(int round) {
        return "备案登记第" + round + "版";
    }

    /** Gives the pages in a jar another title, so that it is seen which are shown. */
    private static void entitle(Path jar, String title) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path pages = files.getPath("portal", "pages.json");
            String before = Files.readString(pages);
            String after = before.replace("\"title\": [\"备案登记\"", "\"title\": [\"" + title + "\"");
            assertThat(after).isNotEqualTo(before);
            Files.writeString(pages, after);
        }
    }

    private static long updates(Container container, String name) throws IOException {
        return container.log().stream()
                .filter(line -> line.contains("| fileinstall") && line.contains(name) && line.contains("pdating "))
                .count();
    }

    private interface Act {
        void run() throws Exception;
    }
}
