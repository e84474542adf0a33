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
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What a test that runs inside the container asks of it, as the clerk. */
final class Inside {
    private final HttpClient http = HttpClient.newHttpClient();

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
        String port = System.getProperty(ShippedDistribution.PORT);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", Container.basic("clk", password()));
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
