package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** One office with its head and a draft. */
final class Filing {
    static final String APPLICATIONS = "/api/registration/v1/applications";
    private static final String CHOSEN = "一个足够长的新口令";

    private final Container container;
    private final JsonNode sample;
    private final ObjectNode request;
    final ObjectNode form;
    final String idNumber;
    final String head;
    final String office;
    String id;
    String etag;

    /** The sample under a name and a dispatching unit of its own. */
    Filing(Container container) throws Exception {
        this(container, sample(), Offices.request());
        form.set("name", request.get("name"));
        ((ObjectNode) form.get("nameApproval")).set("name", request.get("name"));
        ((ObjectNode) form.get("letter")).set("name", request.get("name"));
        form.set("dispatcher", request.get("dispatcher"));
    }

    /** An application as it stands, of an office opened in that city with what the application says. */
    static Filing of(Container container, JsonNode application, String hostCity) throws Exception {
        ObjectNode request = Offices.request();
        request.set("name", application.at("/form/name"));
        request.set("dispatcher", application.at("/form/dispatcher"));
        request.put("hostCity", hostCity);
        return new Filing(container, application, request);
    }

    private Filing(Container container, JsonNode sample, ObjectNode request) throws Exception {
        this.container = container;
        this.sample = sample;
        this.request = request;
        form = (ObjectNode) sample.get("form");
        idNumber = form.at("/head/idNumber").asText();
        JsonNode opened = Offices.json(new Offices(container).open("clk", request, null));
        office = opened.at("/office/id").asText();
        head = opened.get("headAccount").asText();
        String oneTime = opened.get("oneTimePassword").asText();
        HttpResponse<String> changed = container.send(as(head, oneTime, "/api/platform/v1/me/password")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"present\":\"" + oneTime + "\",\"wanted\":\"" + CHOSEN + "1234\"}")));
        assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 204);
    }

    /** The head's password. */
    String password() {
        return CHOSEN + "1234";
    }

    /** The papers of the sample: code, number, day and files. */
    JsonNode materials() {
        return sample.get("materials");
    }

    /** What the head sends as {@code Authorization}. */
    String login() {
        return Container.basic(head, CHOSEN + "1234");
    }

    private static JsonNode sample() throws IOException {
        try (InputStream in = Filing.class.getResourceAsStream("/sample-application.json")) {
            return Offices.JSON.readTree(in);
        }
    }

    private HttpRequest.Builder as(String account, String password, String path) throws IOException {
        String secret = password.equals(CHOSEN) ? CHOSEN + "1234" : password;
        return container.request(null, path).header("Authorization", Container.basic(account, secret));
    }

    Filing draft() throws Exception {
        HttpResponse<String> created = container.send(as(head, CHOSEN, APPLICATIONS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"officeId\":\"" + office + "\"}")));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        id = Offices.json(created).get("id").asText();
        etag = created.headers().firstValue("ETag").orElseThrow();
        keep(
                container.send(as(head, CHOSEN, APPLICATIONS + "/" + id + "/form")
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .PUT(HttpRequest.BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8))),
                200);
        return this;
    }

    Filing files() throws Exception {
        for (JsonNode material : sample.get("materials")) {
            String path = APPLICATIONS + "/" + id + "/materials/"
                    + material.get("code").asText();
            ObjectNode document = Offices.JSON.createObjectNode();
            document.set("documentNo", material.get("documentNo"));
            document.set("documentDate", material.get("documentDate"));
            keep(
                    container.send(as(head, CHOSEN, path)
                            .header("Content-Type", "application/json")
                            .header("If-Match", etag)
                            .PUT(HttpRequest.BodyPublishers.ofString(document.toString(), StandardCharsets.UTF_8))),
                    200);
            for (JsonNode file : material.get("files")) {
                upload(path + "/files", file.asText());
            }
        }
        return this;
    }

    private void upload(String path, String file) throws Exception {
        try (InputStream in = Filing.class.getResourceAsStream("/materials/" + file)) {
            upload(path, file, in.readAllBytes());
        }
    }

    /** Adds a file to the draft. */
    void add(String material, String name, byte[] content) throws Exception {
        upload(APPLICATIONS + "/" + id + "/materials/" + material + "/files", name, content);
    }

    private void upload(String path, String file, byte[] content) throws Exception {
        keep(upload(path, file, new ByteArrayInputStream(content), body -> body), 201);
    }

    /** Sends a file for a material. @param way how the body travels, e.g. slowly */
    HttpResponse<String> send(String material, String name, InputStream content, UnaryOperator<InputStream> way)
            throws Exception {
        return upload(APPLICATIONS + "/" + id + "/materials/" + material + "/files", name, content, way);
    }

    private HttpResponse<String> upload(String path, String file, InputStream content, UnaryOperator<InputStream> way)
            throws Exception {
        String before = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        InputStream body = way.apply(new SequenceInputStream(
                Collections.enumeration(List.of(bytes(before), content, bytes("\r\n--b--\r\n")))));
        return container.send(as(head, CHOSEN, path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("If-Match", etag)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The Bureau's people take the case to the approval. @return the approved application */
    JsonNode approve() throws Exception {
        agree();
        bureau("ldr", "claim", "{}");
        return bureau("ldr", "approval", "{\"text\":\"准予备案\"}");
    }

    /** The Bureau's people take the case to the leader. */
    void agree() throws Exception {
        toReview();
        bureau("rev", "agreement", "{\"text\":\"同意，报批\"}");
    }

    /** The clerk takes the submitted case to the reviewer, who claims it. */
    void toReview() throws Exception {
        bureau("clk", "claim", "{}");
        JsonNode ticked = bureau(
                "clk",
                "ticks",
                "{\"contents\":[\"NAME\",\"NATURE\",\"MAIN_BUSINESS\",\"ESTABLISHMENT_LEVEL\",\"STAFFING_QUOTA\"]}");
        for (JsonNode warning : ticked.at("/review/warnings")) {
            bureau("clk", "answers", "{\"answers\":[{\"no\":" + warning.get("no") + ",\"text\":\"已核实\"}]}");
        }
        bureau("clk", "acceptance", "{\"text\":\"材料齐全\"}");
        bureau("clk", "review", "{\"text\":\"拟同意\"}");
        bureau("rev", "claim", "{}");
    }

    JsonNode bureau(String account, String step, String body) throws Exception {
        return step(account, container.passwords().get(account), step, body, 200);
    }

    /** A step of the office's head. */
    JsonNode office(String step, int status) throws Exception {
        return step(head, CHOSEN, step, "{}", status);
    }

    HttpRequest.Builder asHead(String path) throws IOException {
        return as(head, CHOSEN, APPLICATIONS + "/" + id + path);
    }

    /** A step of the office's head that need not succeed. */
    HttpResponse<String> tried(String step) throws Exception {
        return tried(head, step, "{}");
    }

    /** A step of the account that need not succeed. */
    HttpResponse<String> tried(String account, String step, String body) throws Exception {
        String password = account.equals(head) ? CHOSEN : container.passwords().get(account);
        return container.send(as(account, password, APPLICATIONS + "/" + id + "/" + step)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .POST(text(body)));
    }

    HttpResponse<String> putForm(String body) throws Exception {
        return container.send(asHead("/form")
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(text(body)));
    }

    /** The application as the head sees it. */
    JsonNode read() throws Exception {
        HttpResponse<String> answer = container.send(asHead("").GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Offices.json(answer);
    }

    /** Waits until the server has a value in the form. */
    void awaits(String pointer, String value) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!read().at("/form" + pointer).asText().equals(value)) {
            assertThat(System.nanoTime()).as(value).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    }

    /** A request of the head to any address. */
    HttpRequest.Builder request(String path) throws IOException {
        return as(head, CHOSEN, path);
    }

    private JsonNode step(String account, String password, String step, String body, int status) throws Exception {
        return keep(
                container.send(as(account, password, APPLICATIONS + "/" + id + "/" + step)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))),
                status);
    }

    /** Remembers the version of an answer that must have the status. */
    JsonNode keep(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isIn(status, status == 201 ? 200 : status);
        etag = answer.headers().firstValue("ETag").orElse(etag);
        return Offices.json(answer);
    }
}
