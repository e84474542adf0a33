package org.liaison.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What a test that runs inside the container asks of it, as the clerk. */
final class Inside {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();

    /** Waits until the platform is ready: the test may run before the first accounts are made. */
    Inside() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(address("/system/ready")).build();
        Instant end = Instant.now().plus(PATIENCE);
        HttpResponse<String> answer = http.send(ready, text());
        while (answer.statusCode() != 200 && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            answer = http.send(ready, text());
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("not ready: " + answer.body());
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), text());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                        .build(),
                text());
    }

    /** Asks and does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> ask(String path) throws IOException {
        return http.sendAsync(request(path).GET().build(), text());
    }

    static Bundle bundle(BundleContext container, String name) {
        return Arrays.stream(container.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Path log() {
        return data().resolve("log/karaf.log");
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", Container.basic("clk", password()));
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty(ShippedDistribution.PORT) + path);
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    private static String password() throws IOException {
        return Files.readAllLines(data().resolve("first-accounts.txt")).stream()
                .map(line -> line.split("\t"))
                .filter(columns -> columns[0].equals("clk"))
                .map(columns -> columns[1])
                .findFirst()
                .orElseThrow();
    }

    private static Path data() {
        return Path.of(System.getProperty("karaf.data"));
    }
}
