package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A page of {@link Chromium} with a profile of its own, driven by the DevTools protocol. For one thread. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Chromium.Visit visit;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();

    Browser() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        visit = Chromium.shared().visit();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(visit.page(), new Told())
                .get(60, TimeUnit.SECONDS);
        // as if it were the only one
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** @param width in CSS pixels */
    Browser width(int width) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
        return this;
    }

    Browser open(String address) throws Exception {
        call("Page.navigate", Map.of("url", address));
        return this;
    }

    /** Whether the network is there. */
    Browser offline(boolean away) throws Exception {
        return network(away, 0, -1);
    }

    /** @param latency in milliseconds, of each answer; @param throughput in bytes a second; -1 = as fast as it goes */
    Browser network(boolean away, int latency, int throughput) throws Exception {
        call(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        away,
                        "latency",
                        latency,
                        "downloadThroughput",
                        throughput,
                        "uploadThroughput",
                        throughput));
        return this;
    }

    /** Throws everything away that the browser has kept of pages. */
    Browser forget() throws Exception {
        call("Network.clearBrowserCache", Map.of());
        return this;
    }

    /** Runs a script in each document that is opened from now on, before anything of it. */
    Browser prelude(String script) throws Exception {
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    /** What came over the network since one asked last: answers that no cache gave, and their bytes as they travel. */
    Traffic traffic() {
        return new Traffic(requests.getAndSet(0), received.getAndSet(0));
    }

    /** What an expression gives, promises awaited. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + "\n" + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** Waits until an expression is true. */
    Browser until(String expression) throws Exception {
        await(expression, () -> evaluate("Boolean(" + expression + ")").asBoolean());
        return this;
    }

    /** Waits until the page shows a text. */
    Browser shows(String text) throws Exception {
        return until("document.body.innerText.includes(" + quoted(text) + ")");
    }

    /** Types into the control of a field by its name. */
    Browser type(String field, String text) throws Exception {
        String control = "document.querySelector(" + quoted(field) + ")";
        until(control);
        evaluate(control + ".focus(); " + control + ".select()");
        call("Input.insertText", Map.of("text", text));
        return this;
    }

    Browser click(String selector) throws Exception {
        until("document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
        return this;
    }

    /** Clicks the button or the link of the page that says just this, once it can be clicked. */
    Browser push(String words) throws Exception {
        String button = "Array.from(document.querySelectorAll('main button, main a.btn')).find((each) =>"
                + " each.textContent.trim() === " + quoted(words) + " && !each.disabled)";
        // in one go: a page that keeps what was typed may exchange the button between two
        return until("((button) => { button?.click(); return button; })(" + button + ")");
    }

    /** Gives the control of a field a value as a person does who leaves it then: text, a choice, a tick. */
    Browser put(String field, String value) throws Exception {
        String control = "document.querySelector(" + quoted(field) + ").querySelector('input, select, textarea')";
        until("document.querySelector(" + quoted(field) + ") && " + control);
        evaluate("((control) => { control.focus(); if (control.type === 'checkbox') { control.checked = true; } else {"
                + " control.value = " + quoted(value) + "; } for (const kind of ['input', 'change']) {"
                + " control.dispatchEvent(new Event(kind, { bubbles: true })); } })(" + control + ")");
        return this;
    }

    /** Picks a file in the control for files within an element. */
    Browser pick(String element, Path file) throws Exception {
        String control = "document.querySelector(" + quoted(element) + ").querySelector('input[type=file]')";
        until("document.querySelector(" + quoted(element) + ") && " + control);
        JsonNode found = call("Runtime.evaluate", Map.of("expression", control));
        call(
                "DOM.setFileInputFiles",
                Map.of(
                        "files",
                        List.of(file.toAbsolutePath().toString()),
                        "objectId",
                        found.at("/result/objectId").asText()));
        return this;
    }

    Browser press(String key) throws Exception {
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", key));
        return this;
    }

    /** Does what a key of the system does where the caret is: copy, paste. */
    Browser command(String name) throws Exception {
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", "F24", "code", "F24", "commands", List.of(name)));
        return this;
    }

    /** Forgets who is in: the session of the page has ended for the server. */
    Browser forgetSession() throws Exception {
        call("Network.clearBrowserCookies", Map.of());
        return this;
    }

    /** Keeps a picture of the whole page in target/screenshots. */
    Browser keep(String name) throws Exception {
        JsonNode size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                0,
                "scale",
                1,
                "width",
                size.get("width"),
                "height",
                Math.min(4000, size.get("height").asInt()));
        JsonNode picture = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Files.write(
                SCREENSHOTS.resolve(name + ".png"),
                Base64.getDecoder().decode(picture.get("data").asText()));
        return this;
    }

    /** What axe-core finds wrong on the page as it is. */
    List<String> barriers() throws Exception {
        if (!evaluate("Boolean(window.axe)").asBoolean()) {
            try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
                evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
            }
        }
        JsonNode found =
                evaluate("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations.map("
                        + "(each) => each.id + ': ' + each.nodes.map((node) => node.html.slice(0, 200)).join(' | ')))");
        List<String> barriers = new ArrayList<>();
        found.forEach(each -> barriers.add(each.asText()));
        return barriers;
    }

    /** Errors of scripts, refusals of the Content-Security-Policy and what else the browser has complained of. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    static String quoted(String text) throws IOException {
        return JSON.writeValueAsString(text);
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(number, answer);
        say(number, method, parameters).get(60, TimeUnit.SECONDS);
        return answer.get(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<WebSocket> say(int number, String method, Map<String, Object> parameters) {
        ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        return socket.sendText(message.toString(), true);
    }

    private void await(String what, Check check) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        Throwable last = null;
        while (Instant.now().isBefore(end)) {
            try {
                if (check.holds()) {
                    return;
                }
            } catch (AssertionError e) {
                // the page is being exchanged
                last = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        keep("timeout");
        throw new AssertionError("not within " + PATIENCE + ": " + what + "\n" + complaints, last);
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        Chromium.shared().leave(visit);
    }

    record Traffic(int requests, long bytes) {}

    private interface Check {
        boolean holds() throws Exception;
    }

    /** What the browser says: answers to calls, and complaints. */
    private final class Told implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String message) {
            try {
                JsonNode said = JSON.readTree(message);
                if (said.has("id")) {
                    CompletableFuture<JsonNode> answer =
                            answers.remove(said.get("id").asInt());
                    if (answer == null) {
                        // what was said without waiting for the answer
                        return;
                    }
                    if (said.has("error")) {
                        answer.completeExceptionally(
                                new AssertionError(said.get("error").toString()));
                    } else {
                        answer.complete(said.get("result"));
                    }
                    return;
                }
                String method = said.path("method").asText();
                long bytes = said.at("/params/encodedDataLength").asLong();
                if (method.equals("Network.loadingFinished") && bytes > 0) {
                    requests.incrementAndGet();
                    received.addAndGet(bytes);
                }
                if (method.equals("Page.javascriptDialogOpening")) {
                    // whether a page that has something unsaved may be left
                    say(numbers.incrementAndGet(), "Page.handleJavaScriptDialog", Map.of("accept", true));
                    return;
                }
                JsonNode entry = said.path("params").path("entry");
                // a refusal of the server is an answer, and the page says it in its own words
                boolean complaint = method.equals("Log.entryAdded")
                        && entry.path("level").asText().equals("error")
                        && !entry.path("source").asText().equals("network");
                if (complaint || method.equals("Runtime.exceptionThrown")) {
                    complaints.add(message);
                }
            } catch (IOException e) {
                complaints.add(e + " " + message);
            }
        }
    }
}
