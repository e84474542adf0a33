package org.liaison.itests;

import java.io.File;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shipped distribution, unpacked and running as a process of its own with no repository but its system folder. */
final class Container implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A container of a test lives for a minute or two: the second compiler is for what is really hot, e.g. the slow hashes. */
    static final List<String> SHORT_LIVED = List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static Container shared;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Path data;
    private final int port = Ports.free();
    private final int https = Ports.free();
    private final int ssh = Ports.free();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, String> database;
    private List<String> launcher = List.of();
    private String security;
    private Process process;

    private Container(Path work, Map<String, String> database, Path data) {
        this.home = work.resolve("home");
        this.database = database;
        this.data = data;
    }

    /** As it is shipped, on a database of its own of the kind that this run is about: for whoever looks at the first start. */
    static Container fresh() throws IOException, InterruptedException {
        return unpackedIn(work(), database());
    }

    /**
     * As after a first start, on a database of its own of the kind that this run is about: the embedded one comes with schemas
     * and accounts, a server's is empty.
     */
    static Container warm() throws IOException, InterruptedException {
        return warm(database(), null);
    }

    /** As after a first start, but on this empty database of a server. */
    static Container on(PostgresServer.Database server) throws IOException, InterruptedException {
        return warm(server.settings(), null);
    }

    /** As after a first start, on the embedded database whatever the run is about: for who reads its files. */
    static Container embedded() throws IOException, InterruptedException {
        return warm(Map.of(), null);
    }

    /** Another node on the same database and data. */
    Container beside() throws IOException, InterruptedException {
        return warm(database, data);
    }

    /** As it is shipped, in this folder and on the embedded database. */
    static Container unpackedIn(Path work) throws IOException, InterruptedException {
        return unpackedIn(work, Map.of());
    }

    /** One container for all tests that leave it as it is; it lives as long as the run. */
    static synchronized Container shared() throws IOException, InterruptedException {
        if (shared == null) {
            Container container = fresh();
            shared = container.start(
                    "LIAISON_PUBLIC_URL=https://jg.example.cn/", "LIAISON_HTTPS_PORT=" + container.https);
            Runtime.getRuntime().addShutdownHook(new Thread(shared.process::destroyForcibly));
        }
        return shared;
    }

    private static Map<String, String> database() throws IOException {
        return System.getProperty("liaison.itests.db").equals("postgresql")
                ? PostgresServer.shared().create().settings()
                : Map.of();
    }

    private static Path work() {
        return Path.of("target", "containers")
                .toAbsolutePath()
                .resolve(UUID.randomUUID().toString());
    }

    private static Container unpackedIn(Path work, Map<String, String> database)
            throws IOException, InterruptedException {
        Container container = new Container(work, database, Files.createDirectories(work.resolve("data")));
        String home = Files.createDirectories(container.home).toString();
        String archive = System.getProperty("liaison.distribution");
        Process tar = new ProcessBuilder("tar", "xzf", archive, "-C", home, "--strip-components", "1")
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("the distribution could not be unpacked");
        }
        return container;
    }

    private static Container warm(Map<String, String> database, Path data) throws IOException, InterruptedException {
        Path work = work();
        boolean own = data == null;
        WarmImage.copyTo(work, own && database.isEmpty());
        return new Container(work, database, own ? Files.createDirectories(work.resolve("data")) : data);
    }

    Container start(String... settings) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(home.resolve("bin/karaf").toString(), "server"));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.putAll(database);
        environment.put("LIAISON_DATA", data.toString());
        environment.put("LIAISON_HTTP_PORT", String.valueOf(port));
        environment.put("LIAISON_SSH_PORT", String.valueOf(ssh));
        environment.put("LIAISON_DEMO", "true");
        // the accounts are needed, the filings of the demonstration would be in the way
        environment.put("LIAISON_DEMO_DATA", "false");
        environment.put("KARAF_EXEC", "exec");
        environment.put("JAVA_NON_DEBUG_OPTS", String.join(" ", SHORT_LIVED));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        process = builder.redirectErrorStream(true)
                .redirectOutput(new File(home.toFile(), "out.log"))
                .start();
        return this;
    }

    /** Waits until a request is answered with the status; the last answer is in the message when time runs out. */
    Container await(String account, String path, int status) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Object last = "no answer";
        while (Instant.now().isBefore(end)) {
            try {
                HttpResponse<String> answer = send(request(account, path).GET());
                if (answer.statusCode() == status) {
                    return this;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException | IllegalStateException e) {
                last = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
        throw new AssertionError(
                "no " + status + " from " + path + " within " + PATIENCE + ", last: " + last + "\n" + log());
    }

    HttpRequest.Builder request(String account, String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        if (account != null) {
            String password = passwords().get(account);
            if (password == null) {
                throw new IllegalStateException("no account " + account + " yet");
            }
            request.header("Authorization", basic(account, password));
        }
        return request;
    }

    static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        answers.add(answer.headers().map() + "\n" + answer.body());
        return answer;
    }

    /** A file, byte for byte. */
    HttpResponse<byte[]> download(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What a command prints on the console for the security administrator, who has changed the one-time password. */
    String asSecurity(String command) throws IOException, InterruptedException {
        return new Console(this, "sec", securityPassword()).run(command);
    }

    /** The password of the security administrator, who has changed the one-time password. */
    synchronized String securityPassword() throws IOException, InterruptedException {
        if (security == null) {
            String wanted = UUID.randomUUID().toString();
            String body = "{\"present\":\"" + passwords().get("sec") + "\",\"wanted\":\"" + wanted + "\"}";
            HttpResponse<String> changed = send(request("sec", "/api/platform/v1/me/password")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body)));
            if (changed.statusCode() / 100 != 2) {
                throw new AssertionError(changed.statusCode() + " " + changed.body());
            }
            security = wanted;
        }
        return security;
    }

    /** What a command prints on the console for the account. */
    String console(String account, String command) throws IOException {
        return new Console(this, account, passwords().get(account)).run(command);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The file in which the first start wrote its accounts. */
    Path accounts() {
        return data.resolve("first-accounts.txt");
    }

    /** Account to password, as the first start wrote them. */
    Map<String, String> passwords() throws IOException {
        Path file = accounts();
        if (!Files.exists(file)) {
            throw new IllegalStateException("no accounts yet");
        }
        Map<String, String> passwords = new HashMap<>();
        Files.readAllLines(file).forEach(line -> passwords.put(line.split("\t")[0], line.split("\t")[1]));
        return passwords;
    }

    List<String> log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    // Felix FileInstall may find its own watch closed when the boot reconfigures it; it opens a new one at once.
    private static final String WATCH_REOPENED = "In main loop, we have serious trouble";

    /** Lines of the log that no healthy container writes. */
    List<String> complaints() throws IOException {
        return log().stream()
                .filter(line -> line.contains("| WARN ") || line.contains("| ERROR "))
                .filter(line -> !line.contains(WATCH_REOPENED))
                .toList();
    }

    /** Ends the process as a power cut would. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** Headers and body of every answer so far. */
    Collection<String> answers() {
        return answers;
    }

    int port() {
        return port;
    }

    /** The port for HTTPS of the shared container; no other speaks it. */
    int https() {
        return https;
    }

    int ssh() {
        return ssh;
    }

    Path data() {
        return data;
    }

    /** Puts the files of the attachments on a disk of their own, which only this container sees. @param size e.g. 2m */
    Container withFilesOnDiskOf(String size) throws IOException {
        Path files = Files.createDirectories(data.resolve("files"));
        String mount = "mount -t tmpfs -o size=" + size + " tmpfs \"$0\" && exec \"$@\"";
        launcher = List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, files.toString());
        return this;
    }

    /** Writes settings into etc/, before the start. @param lines {@code name=value} */
    Container configure(String pid, String... lines) throws IOException {
        Files.write(home.resolve("etc").resolve(pid + ".cfg"), List.of(lines));
        return this;
    }

    /**
     * Counts the class loaders that hold a class, collecting garbage until there are few enough or a minute has gone.
     *
     * @param most how many are few enough
     */
    int loadersOf(String type, int most) throws IOException {
        Instant end = Instant.now().plusSeconds(60);
        long loaders;
        do {
            jcmd("GC.run");
            loaders = jcmd("VM.classloaders", "show-classes=true", "fold=false")
                    .lines()
                    .filter(line -> line.matches(".*[ |]" + Pattern.quote(type)))
                    .count();
        } while (loaders > most && Instant.now().isBefore(end));
        return (int) loaders;
    }

    /** What the threads do whose names contain a word. */
    String threads(String word) throws IOException {
        return Arrays.stream(jcmd("Thread.print").split("\n\n"))
                .filter(thread -> thread.lines().findFirst().orElse("").contains(word))
                .collect(Collectors.joining("\n\n"));
    }

    private String jcmd(String... command) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + process.pid()));
        words.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.onExit().join().exitValue() != 0) {
            throw new IOException(output);
        }
        return output;
    }

    Path home() {
        return home;
    }

    /** Asks the process to stop, as an operator does. @return whether it was gone within a minute */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Ends the process at once: what an orderly stop does is for the tests that look at it. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
