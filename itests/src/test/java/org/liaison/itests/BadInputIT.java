package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What is wrong is said with a stable code, the path of the field and in Chinese, and leaves nothing behind. The file store
 * of this container is a disk of 2 MB, so that it can be full.
 */
public class BadInputIT {
    private static final String FORM = "{\"name\":\"样例市人民政府驻青岛办事处\"}";

    /** A path that the reader of a broken text gives as well as it can. */
    private static final String ANYWHERE = "*";

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

    private static Container container;
    private static Filing filing;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.warm().withFilesOnDiskOf("2m").start().await("clk", Filing.APPLICATIONS, 200);
        filing = new Filing(container).draft();
    }

    @AfterClass
    public static void stop() throws Exception {
        container.close();
    }

    @Test
    public void form_isRefused_whenItCannotBeRead() throws Exception {
        assertRefused(filing.putForm("{\"nonsense\":1}"), 400, "UNKNOWN_PROPERTY", "nonsense");
        assertRefused(filing.putForm("{\"head\":{\"nonsense\":1}}"), 400, "UNKNOWN_PROPERTY", "head.nonsense");
        assertRefused(filing.putForm("{\"name\":7}"), 400, "WRONG_TYPE", "name");
        assertRefused(filing.putForm("{\"letter\":{\"date\":\"2018-13-09\"}}"), 400, "WRONG_TYPE", "letter.date");
        assertRefused(filing.putForm("{\"duties\":[{\"group\":[]}]}"), 400, "WRONG_TYPE", "duties[0].group");
        assertRefused(filing.putForm("{\"name\":"), 400, "JSON_SYNTAX", ANYWHERE);
        assertRefused(filing.putForm("{\"name\":\"a\",\"name\":\"b\"}"), 400, "DUPLICATE_PROPERTY", ANYWHERE);
        assertRefused(filing.putForm("{\"name\":\"" + "长".repeat(200_001) + "\"}"), 400, "JSON_LIMIT", ANYWHERE);
        assertRefused(filing.putForm("{\"name\":\"" + "长".repeat(2_001) + "\"}"), 422, "TEXT_TOO_LONG", "name");
        assertRefused(filing.putForm(""), 400, "BODY_REQUIRED", "");
        assertUnchanged();
    }

    @Test
    public void list_isRefused_whenACodeIsUnknown() throws Exception {
        HttpResponse<String> answer = container.send(container
                .request("clk", Filing.APPLICATIONS + "?state=NONSENSE")
                .GET());
        assertRefused(answer, 400, "CODE_UNKNOWN", "state");
    }

    @Test
    public void deepBody_isRefused() throws Exception {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThat(filing.putForm(deep).statusCode()).isEqualTo(400);
        assertThat(filing.putForm("{\"duties\":" + deep + "}").statusCode()).isEqualTo(400);
        String envelope = envelope("<listOffices/>");
        HttpResponse<String> fault = new Offices(container)
                .soap(
                        "clk",
                        envelope.replace(
                                "<e:Body>",
                                "<e:Header>" + "<x>".repeat(100) + "</x>".repeat(100) + "</e:Header><e:Body>"));
        assertThat(fault.body()).contains("XML_SYNTAX");
        assertSpeaksToPeople(fault);
        assertUnchanged();
    }

    @Test
    public void oversizedBody_isRefusedBeforeItTravels() throws Exception {
        assertThat(announced("PUT " + Filing.APPLICATIONS + "/" + filing.id + "/form", "application/json"))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"BODY_TOO_LARGE\"", "不得超过2097152字节");
        assertThat(announced("POST /ws/registration/v1", "text/xml"))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"BODY_TOO_LARGE\"", "不得超过2097152字节");
        assertUnchanged();
    }

    /** Announces a body one byte too long, sends its first byte, and reads the answer to its end. */
    private static String announced(String line, String type) throws IOException {
        URI address = URI.create(container.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            String head = line + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: "
                    + Container.basic("clk", container.passwords().get("clk"))
                    + "\r\nContent-Type: " + type + "\r\nIf-Match: " + filing.etag + "\r\nContent-Length: "
                    + (2 * 1024 * 1024 + 1) + "\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return answer(socket.getInputStream());
        }
    }

    /** One answer; the connection may stay open behind it. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(text.toString()).isNotNegative();
            text.append((char) next);
        }
        Matcher length = LENGTH.matcher(text);
        assertThat(length.find()).as(text.toString()).isTrue();
        return text + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }

    @Test
    public void doctype_isRefused() throws Exception {
        HttpResponse<String> answer = new Offices(container)
                .soap(
                        "clk",
                        "<!DOCTYPE e [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                                + "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>&f;</e:Body>"
                                + "</e:Envelope>");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("XML_SYNTAX");
        assertSpeaksToPeople(answer);
    }

    @Test
    public void call_isRefused_whenOperationTypeOrCodeIsUnknown() throws Exception {
        assertFault("<nonsense/>", "BAD_REQUEST");
        assertFault("<listOffices><limit>many</limit></listOffices>", "WRONG_TYPE");
        assertFault("<listOffices><status>NONSENSE</status></listOffices>", "CODE_UNKNOWN");
        assertFault("<getOffice/>", "REQUIRED");
        assertFault("<getOffice><id>1</id><more/></getOffice>", "UNKNOWN_PROPERTY");
    }

    @Test
    public void foreignAndMissing_answerAlike() throws Exception {
        Filing foreign = new Filing(container).draft();
        String missing = UUID.randomUUID().toString();
        for (String path : new String[] {"", "/form", "/materials/M1", "/submission"}) {
            HttpResponse<String> other = asked(foreign.id, path);
            HttpResponse<String> none = asked(missing, path);
            assertThat(other.statusCode()).as(path).isEqualTo(404);
            assertThat(none.statusCode()).as(path).isEqualTo(404);
            assertThat(other.body()).as(path).isEqualTo(none.body());
        }
    }

    private static HttpResponse<String> asked(String id, String path) throws Exception {
        HttpRequest.Builder request = container
                .request(null, Filing.APPLICATIONS + "/" + id + path)
                .header("Authorization", filing.login())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"");
        return container.send(
                switch (path) {
                    case "" -> request.GET();
                    case "/submission" -> request.POST(Filing.text("{}"));
                    default -> request.PUT(Filing.text("{}"));
                });
    }

    @Test
    public void write_isRefused_whenTheVersionIsMissingStaleOrNone() throws Exception {
        HttpRequest.Builder form = filing.asHead("/form").header("Content-Type", "application/json");
        assertRefused(container.send(form.copy().PUT(Filing.text(FORM))), 428, "IF_MATCH_REQUIRED", null);
        assertRefused(
                container.send(form.copy().header("If-Match", "\"0\"").PUT(Filing.text(FORM))), 412, "STALE", null);
        assertRefused(
                container.send(form.copy().header("If-Match", "*").PUT(Filing.text(FORM))),
                400,
                "IF_MATCH",
                "If-Match");
        assertUnchanged();
    }

    @Test
    public void secondSubmission_isRefused() throws Exception {
        Filing submitted = new Filing(container).draft().files();
        submitted.office("submission", 200);
        JsonNode before = submitted.read();
        assertRefused(submitted.tried("submission"), 409, "ILLEGAL_TRANSITION", null);
        assertThat(submitted.read()).isEqualTo(before);
    }

    @Test
    public void repeatedKey_isRefused_whenTheBodyIsAnother() throws Exception {
        Filing own = new Filing(container).draft();
        HttpRequest.Builder form = own.asHead("/form")
                .header("Content-Type", "application/json")
                .header("If-Match", own.etag)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        own.keep(container.send(form.copy().PUT(Filing.text(own.form.toString()))), 200);
        JsonNode before = own.read();
        assertRefused(container.send(form.copy().PUT(Filing.text(FORM))), 409, "KEY_REUSED", null);
        assertThat(own.read()).isEqualTo(before);
    }

    @Test
    public void file_isRefused_whenItsContentIsNotItsName() throws Exception {
        try (InputStream picture = getClass().getResourceAsStream("/materials/id-front.png")) {
            assertRefused(filing.send("M1", "letter.pdf", picture, body -> body), 422, "FILE_TYPE", "file");
        }
        InputStream program = new ByteArrayInputStream("MZ\0\0".getBytes(StandardCharsets.US_ASCII));
        assertRefused(filing.send("M1", "letter.exe", program, body -> body), 422, "FILE_TYPE", "file");
        assertUnchanged();
    }

    @Test
    public void file_isRefusedWholly_whenTheDiskIsFull_andTheNextOneFits() throws Exception {
        Filing own = new Filing(container).draft();
        JsonNode before = own.read();
        byte[] large = Arrays.copyOf(material("letter.pdf"), 3 * 1024 * 1024);
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = own.send("M1", "letter.pdf", new ByteArrayInputStream(large), body -> body);
            assertRefused(answer, 503, "STORE_FULL", null);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(own.read()).isEqualTo(before);
        try (InputStream letter = getClass().getResourceAsStream("/materials/letter.pdf")) {
            own.keep(own.send("M1", "letter.pdf", letter, body -> body), 201);
        }
    }

    @Test
    public void file_isRefused_whenNobodyCouldOpenIt() throws Exception {
        byte[] broken = Arrays.copyOf(material("letter.pdf"), 20);
        assertRefused(
                filing.send("M1", "letter.pdf", new ByteArrayInputStream(broken), body -> body),
                422,
                "FILE_UNREADABLE",
                "file");
        assertUnchanged();
    }

    private static byte[] material(String name) throws IOException {
        try (InputStream in = BadInputIT.class.getResourceAsStream("/materials/" + name)) {
            return in.readAllBytes();
        }
    }

    private static void assertUnchanged() throws Exception {
        HttpResponse<String> answer = container.send(filing.asHead("").GET());
        assertThat(answer.headers().firstValue("ETag")).hasValue(filing.etag);
    }

    private static void assertFault(String body, String code) throws Exception {
        HttpResponse<String> answer = new Offices(container).soap("clk", envelope(body));
        assertThat(answer.body()).contains(code);
        assertSpeaksToPeople(answer);
    }

    private static String envelope(String body) {
        return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:liaison:registration:v1\">"
                + "<e:Body>" + body + "</e:Body></e:Envelope>";
    }

    /** @param path of the one violation; null when the problem is about no field */
    private static void assertRefused(HttpResponse<String> answer, int status, String code, String path)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Offices.json(answer);
        if (path == null) {
            assertThat(problem.get("code").asText()).as(answer.body()).isEqualTo(code);
            assertThat(problem.has("violations")).as(answer.body()).isFalse();
        } else {
            assertThat(problem.get("violations")).as(answer.body()).hasSize(1);
            assertThat(problem.at("/violations/0/code").asText())
                    .as(answer.body())
                    .isEqualTo(code);
            if (!path.equals(ANYWHERE)) {
                assertThat(problem.at("/violations/0/path").asText())
                        .as(answer.body())
                        .isEqualTo(path);
            }
        }
        assertSpeaksToPeople(answer);
    }

    static void assertSpeaksToPeople(HttpResponse<String> answer) {
        assertThat(answer.body())
                .containsPattern("\\p{IsHan}{4}")
                .doesNotContain("Exception", "org.liaison", "java.", "\tat ", "SQL", "etc/hostname", "cvc-");
    }
}
