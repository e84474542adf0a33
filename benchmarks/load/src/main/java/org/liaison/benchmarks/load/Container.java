package org.liaison.benchmarks.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One unpacked distribution as a process. */
final class Container implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Path data;
    private final int port = free();
    private final int ssh = free();
    private Process process;
    private long startedAt;

    private Container(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    static Container unpack(Path archive, Path work, String name) throws IOException, InterruptedException {
        Path home = Files.createDirectories(work.resolve(name).resolve("home"));
        run("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components", "1");
        return new Container(home, Files.createDirectories(work.resolve(name).resolve("data")));
    }

    /** Runs a program to its end. */
    static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    /** @param javaOptions more options for the virtual machine */
    Container start(String javaOptions) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        Map<String, String> environment = builder.environment();
        environment.put("LIAISON_DATA", data.toString());
        environment.put("LIAISON_HTTP_PORT", String.valueOf(port));
        environment.put("LIAISON_SSH_PORT", String.valueOf(ssh));
        environment.put("LIAISON_DEMO", "true");
        environment.put("LIAISON_PUBLIC_URL", "http://127.0.0.1:" + port);
        environment.put("LIAISON_DEMO_DATA", "false");
        environment.put("KARAF_EXEC", "exec");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("EXTRA_JAVA_OPTS", javaOptions);
        startedAt = System.currentTimeMillis();
        process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        return this;
    }

    /** Milliseconds since 1970 at which the process was started. */
    long startedAt() {
        return startedAt;
    }

    /** Waits for a 200. @return milliseconds from the start of the process */
    long await(String account, String path) throws IOException, InterruptedException {
        return await(
                path,
                () -> Files.exists(data.resolve("first-accounts.txt"))
                        && send(request(account, path).GET()).statusCode() == 200);
    }

    /** Waits until the web server answers, whatever it says. */
    void awaitAnything() throws IOException, InterruptedException {
        await("the web server", () -> send(request("nobody", "", "/").GET()).statusCode() > 0);
    }

    /** Asks again and again. @return milliseconds from the start of the process */
    long await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.holds()) {
                    return System.currentTimeMillis() - startedAt;
                }
            } catch (IOException ignored) {
                // not there yet
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new IOException("no answer from " + what + ", see " + home);
    }

    /** Something that comes true. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    HttpRequest.Builder request(String account, String path) throws IOException {
        return request(account, passwords().get(account), path);
    }

    HttpRequest.Builder request(String account, String password, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", basic(account, password));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html");
    }

    /** Seconds of processors that the process has used. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Largest resident memory of the process since its start or the last call, in megabytes. */
    long peakMegabytes() throws IOException {
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        long peak = Files.readAllLines(proc.resolve("status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
        // begins anew
        Files.writeString(proc.resolve("clear_refs"), "5");
        return peak / 1024;
    }

    private static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private Map<String, String> passwords() throws IOException {
        Map<String, String> passwords = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("first-accounts.txt"))) {
            passwords.put(line.split("\t")[0], line.split("\t")[1]);
        }
        return passwords;
    }

    List<String> log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    void forgetLog() throws IOException {
        Files.deleteIfExists(home.resolve("data/log/karaf.log"));
    }

    Path home() {
        return home;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
