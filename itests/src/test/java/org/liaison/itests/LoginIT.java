package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.sshd.common.SshException;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the login is on the running platform: cookie, proof of origin, and one lock over every way in. */
public class LoginIT {
    private static final String SESSIONS = "/api/platform/v1/sessions";
    private static final String ME = "/api/platform/v1/me";
    private static final String SOAP = "/ws/registration/v1";
    private static final int GUESSES = 200;
    /** What SSH says to a wrong password and to a lock alike. */
    private static final int NOT_TOLD = 0;

    private static Container container;

    @BeforeClass
    public static void start() throws Exception {
        container = Container.shared().await("clk", Offices.PATH, 200);
    }

    private static HttpRequest.Builder json(String path) throws IOException {
        return container.request(null, path).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder opening(String account, String password) throws IOException {
        return json(SESSIONS)
                .POST(BodyPublishers.ofString("{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}"));
    }

    private static HttpResponse<String> open() throws Exception {
        HttpResponse<String> answer =
                container.send(opening("clk", container.passwords().get("clk")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String cookie(HttpResponse<String> opened) {
        return opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static HttpRequest.Builder with(String cookie, String path) throws IOException {
        return json(path).header("Cookie", cookie);
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return container.send(request).statusCode();
    }

    @Test
    public void cookie_opensTheInterfaces_andIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> opened = open();
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("liaison-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(opened.body())
                .contains("\"account\":\"clk\"")
                .doesNotContain(cookie(opened).split("=")[1]);
        HttpResponse<String> me = container.send(with(cookie(opened), ME).GET());
        assertThat(me.body()).contains("CLK@ALL");
        assertThat(status(with(cookie(opened), Offices.PATH).GET())).isEqualTo(200);
    }

    @Test
    public void cookie_isForHttpsAlone_whenThePlatformIsReachedByAnotherName() throws Exception {
        String body =
                "{\"account\":\"clk\",\"password\":\"" + container.passwords().get("clk") + "\"}";
        String answer = RawHttp.send(
                container.port(),
                "POST " + SESSIONS + " HTTP/1.1\r\nHost: jg.example.cn\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 201").contains("; Secure");
    }

    @Test
    public void write_isRefused_whenItDoesNotProveItsOrigin() throws Exception {
        String cookie = cookie(open());
        HttpResponse<String> forged =
                container.send(with(cookie, SESSIONS + "/current").DELETE());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("CSRF");
        assertThat(status(with(cookie, SESSIONS + "/current")
                        .header("Sec-Fetch-Site", "cross-site")
                        .DELETE()))
                .isEqualTo(403);
        assertThat(status(with(cookie, SESSIONS + "/current?_method=DELETE")
                        .header("X-HTTP-Method-Override", "DELETE")
                        .GET()))
                .as("a read stays a read")
                .isEqualTo(405);
        assertThat(status(with(cookie, ME).GET())).isEqualTo(200);
        assertThat(status(with(cookie, SESSIONS + "/current")
                        .header("Sec-Fetch-Site", "same-origin")
                        .DELETE()))
                .isEqualTo(204);
        HttpResponse<String> after = container.send(with(cookie, ME).GET());
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.body()).contains("SESSION_ENDED");
        assertThat(after.headers().firstValue("WWW-Authenticate").orElseThrow()).doesNotContain("Basic");
    }

    @Test
    public void strangers_getNoFurtherThanTheLogin() throws Exception {
        assertThat(status(json(SESSIONS).GET())).isEqualTo(401);
        assertThat(status(json(SESSIONS + "/").POST(BodyPublishers.ofString("{}"))))
                .isEqualTo(401);
        assertThat(status(json(SESSIONS).POST(BodyPublishers.ofString("{}")))).isEqualTo(400);
        assertThat(status(json(SESSIONS).POST(BodyPublishers.ofString(" ".repeat(5000)))))
                .isEqualTo(413);
        assertThat(status(with("liaison-session=" + "A".repeat(43), ME).GET())).isEqualTo(401);
        assertThat(status(with("liaison-session=", ME).GET())).isEqualTo(401);
    }

    @Test
    public void guesses_lockAsOne_whenTheyComeOverEveryWayIn() throws Exception {
        String nobody = "guess" + System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Callable<Integer>> ways = List.of(
                () -> status(basic(nobody, ME)),
                () -> status(opening(nobody, "wrong")),
                () -> status(basic(nobody, SOAP).POST(BodyPublishers.ofString("<x/>"))),
                () -> guessByToken(nobody));
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < GUESSES; i++) {
            // the console needs a connection for each guess: some of them are enough
            guesses.add(i % 20 == 0 ? () -> guessOnTheConsole(nobody) : ways.get(i % ways.size()));
        }
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> guess : threads.invokeAll(guesses)) {
                answers.add(guess.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).hasSize(GUESSES).containsOnly(401, 429, NOT_TOLD);
        assertThat(answers).filteredOn(status -> status == 401).hasSizeBetween(1, 5);
        HttpResponse<String> locked = container.send(opening(nobody, "wrong"));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("LOGIN_LOCKED");
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        assertThat(status(opening("clk", container.passwords().get("clk")))).isEqualTo(201);
    }

    @Test
    public void console_countsWithTheOthers_andKnowsWhereItsClientIs() throws Exception {
        String nobody = "ssh" + System.nanoTime();
        for (int i = 0; i < 4; i++) {
            guessOnTheConsole(nobody);
        }
        guessOnTheConsole(nobody);
        HttpResponse<String> locked = container.send(opening(nobody, "wrong"));
        assertThat(locked.body()).contains("LOGIN_LOCKED");
        assertThat(container.console("ops", "platform:lock-list --json")).contains("\"name\":\"" + nobody + "\"");
        assertThat(container.console("ops", "platform:user-unlock " + nobody)).doesNotContain("已解锁");
        assertThat(container.console("ops", "platform:doctor")).contains("登录锁定");
    }

    @Test
    public void token_opensRestAndConsole_andWritesNothing_whenItIsForReading() throws Exception {
        String body = "{\"name\":\"对账\",\"readOnly\":true,\"until\":\""
                + LocalDate.now().plusDays(2) + "\"}";
        HttpResponse<String> made = container.send(container
                .request("clk", ME + "/tokens")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String token = Offices.json(made).get("token").asText();
        assertThat(container.send(bearer(token, ME).GET()).body()).contains("CLK@ALL");
        assertThat(status(bearer(token, Offices.PATH).GET())).isEqualTo(200);
        HttpResponse<String> write = container.send(bearer(token, Offices.PATH)
                .POST(BodyPublishers.ofString(Offices.request().toString())));
        assertThat(write.statusCode()).isEqualTo(403);
        assertThat(write.body()).contains("READ_ONLY");
        assertThat(container.send(bearer(token, ME + "/tokens").GET()).body()).contains("TOKEN_LIMIT");
        assertThat(new Console(container, "clk", token).run("registration:queue --json"))
                .contains("[");
        String id = Offices.json(made).at("/row/id").asText();
        assertThat(status(container.request("clk", ME + "/tokens/" + id).DELETE()))
                .isEqualTo(204);
        assertThat(status(bearer(token, ME).GET())).isEqualTo(401);
    }

    @Test
    public void shellEnds_whenItsCommandIsDone() throws Exception {
        String clerk = container.passwords().get("clk");
        List<String> printed =
                new Console(container, "clk", clerk).runAll(Collections.nCopies(5, "registration:queue --json"));
        assertThat(printed).hasSize(5).allMatch(line -> line.contains("["));
        // an idle thread of a shell that was left open would stay for a minute
        Instant end = Instant.now().plusSeconds(20);
        String left = container.threads("session-");
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            left = container.threads("session-");
        }
        assertThat(left).isEmpty();
    }

    /** The container's shell could write files and call methods of objects: not for people. */
    @Test
    public void shell_opensNoFile_andCallsNoObject() throws Exception {
        Path file = container.data().resolve("queue.txt");
        List<String> printed = new Console(
                        container, "clk", container.passwords().get("clk"))
                .runAll(List.of("registration:queue --json > " + file, "$.context bundle 0"));
        assertThat(printed).allMatch(said -> said.contains("Command not found"));
        assertThat(file).doesNotExist();
    }

    private static HttpRequest.Builder bearer(String token, String path) throws IOException {
        return json(path).header("Authorization", "Bearer " + token);
    }

    private static int guessByToken(String account) throws Exception {
        String body = container
                .send(container
                        .request(null, SOAP)
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString(SoapCalls.listOffices(account, "wrong", false))))
                .body();
        return body.contains("LOGIN_FAILED")
                ? 401
                : body.contains("LOGIN_LOCKED") || body.contains("TOO_MANY") ? 429 : 500;
    }

    private static int guessOnTheConsole(String account) throws IOException {
        try {
            assertThat(new Console(container, account, "wrong").run("platform:status"))
                    .as("nobody gets in")
                    .isNull();
        } catch (SshException e) {
            assertThat(e).hasMessageContaining("No more authentication methods");
        }
        return NOT_TOLD;
    }

    private static HttpRequest.Builder basic(String account, String path) throws IOException {
        return container
                .request(null, path)
                .header("Content-Type", "text/xml")
                .header("Authorization", Container.basic(account, "wrong"));
    }
}
