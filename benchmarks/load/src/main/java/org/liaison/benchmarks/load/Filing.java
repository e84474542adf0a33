package org.liaison.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** One application on its way over REST, as a portal would send it. All offices share one head. */
final class Filing {
    static final String APPLICATIONS = "/api/registration/v1/applications";
    static final String PASSWORD = "一个足够长的新口令1234";
    static final String OPINION = "{\"text\":\"同意\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Container container;
    private final JsonNode sample = json("/sample-application.json");
    private final ObjectNode form = (ObjectNode) sample.get("form");
    private String head;
    private String office;
    private String id;
    private String etag;
    private JsonNode answer;

    Filing(Container container) throws IOException {
        this.container = container;
    }

    /** Logs the head in, so that the slow hash of a first login is not part of what is timed. */
    Filing login() throws IOException, InterruptedException {
        checked(container.send(head(path(""))));
        return this;
    }

    /** The same application as it is now, for a second way from here on a restored database. */
    Filing copy() throws IOException {
        Filing copy = new Filing(container);
        copy.head = head;
        copy.office = office;
        copy.id = id;
        copy.etag = etag;
        return copy;
    }

    /** Opens the office, with an account of its head: nobody is the head of two. */
    Filing open() throws IOException, InterruptedException {
        ObjectNode request = (ObjectNode) json("/open-office.json");
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String name = "样例" + unique + "驻青岛办事处";
        head = "head-" + unique;
        request.put("name", name).put("headAccount", head);
        ((ObjectNode) request.get("dispatcher"))
                .put("name", "样例" + unique + "人民政府")
                .putNull("uscc");
        form.put("name", name);
        ((ObjectNode) form.get("nameApproval")).put("name", name);
        ((ObjectNode) form.get("letter")).put("name", name);
        form.set("dispatcher", request.get("dispatcher"));
        JsonNode opened = JSON.readTree(checked(container.send(
                        json(container.request("clk", "/api/registration/v1/offices"), "POST", request.toString())))
                .body());
        office = opened.at("/office/id").asText();
        String oneTime = opened.get("oneTimePassword").asText();
        ObjectNode change = JSON.createObjectNode().put("present", oneTime).put("wanted", PASSWORD);
        checked(container.send(
                json(container.request(head, oneTime, "/api/platform/v1/me/password"), "PUT", change.toString())));
        return this;
    }

    Filing draft() throws IOException, InterruptedException {
        ObjectNode request = JSON.createObjectNode().put("officeId", office);
        id = JSON.readTree(kept(json(head(APPLICATIONS), "POST", request.toString()))
                        .body())
                .get("id")
                .asText();
        return this;
    }

    Filing form() throws IOException, InterruptedException {
        kept(json(head(path("/form")), "PUT", form.toString()));
        return this;
    }

    /** Number, day and files of every material. */
    Filing materials() throws IOException, InterruptedException {
        for (JsonNode material : sample.get("materials")) {
            String path = path("/materials/" + material.get("code").asText());
            ObjectNode document = JSON.createObjectNode();
            document.set("documentNo", material.get("documentNo"));
            document.set("documentDate", material.get("documentDate"));
            kept(json(head(path), "PUT", document.toString()));
            for (JsonNode file : material.get("files")) {
                upload(path + "/files", file.asText());
            }
        }
        return this;
    }

    private void upload(String path, String file) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Filing.class.getResourceAsStream("/materials/" + file)) {
            in.transferTo(body);
        }
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        kept(head(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A step of the workflow by the head, or by an account of the Bureau. */
    Filing step(String account, String step, String body) throws IOException, InterruptedException {
        String path = path("/" + step);
        kept(json(account.equals(head) ? head(path) : container.request(account, path), "POST", body));
        return this;
    }

    Filing submit() throws IOException, InterruptedException {
        return step(head, "submission", "{}");
    }

    /** Every content of the letter is ticked. */
    Filing tick() throws IOException, InterruptedException {
        ObjectNode ticks = JSON.createObjectNode();
        for (String content : List.of("NAME", "NATURE", "MAIN_BUSINESS", "ESTABLISHMENT_LEVEL", "STAFFING_QUOTA")) {
            ticks.withArray("contents").add(content);
        }
        return step("clk", "ticks", ticks.toString());
    }

    /** Answers to all warnings in one step, when there are any. */
    Filing answerWarnings() throws IOException, InterruptedException {
        ObjectNode answers = JSON.createObjectNode();
        for (JsonNode warning : answer.at("/review/warnings")) {
            answers.withArray("answers")
                    .addObject()
                    .put("no", warning.get("no").asInt())
                    .put("text", "已核实");
        }
        return answers.isEmpty() ? this : step("clk", "answers", answers.toString());
    }

    /** From the submission to the approval. */
    Filing decide() throws IOException, InterruptedException {
        step("clk", "claim", "{}").tick().answerWarnings();
        step("clk", "acceptance", OPINION).step("clk", "review", OPINION);
        step("rev", "claim", "{}").step("rev", "agreement", OPINION);
        return step("ldr", "claim", "{}").step("ldr", "approval", OPINION);
    }

    /** The certificate of an approved case. */
    Certificate certificate() throws IOException, InterruptedException {
        return new Certificate(container, office);
    }

    String id() {
        return id;
    }

    private String path(String rest) {
        return APPLICATIONS + "/" + id + rest;
    }

    private HttpRequest.Builder head(String path) {
        return container.request(head, PASSWORD, path).header("Liaison-Office", office);
    }

    private HttpResponse<String> kept(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (etag != null) {
            request.header("If-Match", etag);
        }
        HttpResponse<String> sent = checked(container.send(request));
        etag = sent.headers().firstValue("ETag").orElse(etag);
        answer = JSON.readTree(sent.body());
        return sent;
    }

    static HttpResponse<String> checked(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private static JsonNode json(String resource) throws IOException {
        try (InputStream in = Filing.class.getResourceAsStream(resource)) {
            return JSON.readTree(in);
        }
    }
}
