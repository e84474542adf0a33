package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The headless Chromium of this JVM: it starts once, and who visits gets a page and a profile that nobody else has seen. */
final class Chromium {
    private static final int PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Chromium shared;

    private final Path profile;
    private final Process process;
    private final String address;
    private final WebSocket socket;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private int calls;

    static synchronized Chromium shared() throws Exception {
        if (shared == null) {
            shared = new Chromium();
        }
        return shared;
    }

    private Chromium() throws Exception {
        profile = Files.createTempDirectory(Path.of("target"), "chromium");
        process = new ProcessBuilder(
                        program(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        // nothing but the platform is asked for anything
                        "--no-first-run",
                        "--disable-quic",
                        "--disable-sync",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--lang=zh-CN",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile.toAbsolutePath(),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(new File(profile.toFile(), "out.log"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        List<String> opened = opened();
        address = "ws://127.0.0.1:" + opened.get(0);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address + opened.get(1)), new Said())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static String program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("the tests of the portal need Chromium (Debian: chromium fonts-noto-cjk)"))
                .toString();
    }

    /** Port and path, once the browser listens there. */
    private List<String> opened() throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!Files.exists(file) || !Files.readString(file).contains("\n")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "the browser does not listen:\n" + Files.readString(profile.resolve("out.log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return Files.readAllLines(file);
    }

    /** A visitor without cookies, cache or storage. */
    synchronized Visit visit() throws Exception {
        String context = call("Target.createBrowserContext", Map.of())
                .get("browserContextId")
                .asText();
        String page = call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .get("targetId")
                .asText();
        return new Visit(context, URI.create(address + "/devtools/page/" + page));
    }

    /** Closes the page and forgets everything of the visitor. */
    synchronized void leave(Visit visit) throws Exception {
        call("Target.disposeBrowserContext", Map.of("browserContextId", visit.context));
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        int number = ++calls;
        String message = JSON.writeValueAsString(Map.of("id", number, "method", method, "params", parameters));
        socket.sendText(message, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            String heard = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (heard == null) {
                throw new AssertionError("the browser does not answer to " + message);
            }
            JsonNode answer = JSON.readTree(heard);
            if (answer.path("id").asInt() == number) {
                if (answer.has("error")) {
                    throw new AssertionError(message + "\n" + answer);
                }
                return answer.get("result");
            }
        }
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param page where DevTools speaks with its page */
    record Visit(String context, URI page) {}

    private final class Said implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                said.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
