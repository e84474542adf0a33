package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One office with its head and a draft. */
final class Filing {
    private static final String APPLICATIONS = "/api/registration/v1/applications";
    private static final String CHOSEN = "一个足够长的新口令";

    private final Container container;
    private final JsonNode sample;
    final ObjectNode form;
    final String idNumber;
    final String head;
    final String office;
    String id;
    String etag;

    Filing(Container container) throws Exception {
        this.container = container;
        ObjectNode request = Offices.request();
        try (InputStream in = Filing.class.getResourceAsStream("/sample-application.json")) {
            sample = Offices.JSON.readTree(in);
        }
        form = (ObjectNode) sample.get("form");
        idNumber = form.at("/head/idNumber").asText();
        String name = request.get("name").asText();
        form.put("name", name);
        ((ObjectNode) form.get("nameApproval")).put("name", name);
        ((ObjectNode) form.get("letter")).put("name", name);
        form.set("dispatcher", request.get("dispatcher"));
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

    private HttpRequest.Builder as(String account, String password, String path) throws IOException {
        String secret = password.equals(CHOSEN) ? CHOSEN + "1234" : password;
        return container.request(null, path).header("Authorization", Container.basic(account, secret));
    }

    void draft() throws Exception {
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
    }

    void files() throws Exception {
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
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        keep(
                container.send(as(head, CHOSEN, path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("If-Match", etag)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))),
                201);
    }

    /** The Bureau's people take the case to the approval. @return the approved application */
    JsonNode approve() throws Exception {
        bureau("clk", "claim", "{}");
        bureau("clk", "acceptance", "{\"opinion\":\"材料齐全\"}");
        bureau("clk", "review", "{\"opinion\":\"拟同意\"}");
        bureau("rev", "claim", "{}");
        bureau("rev", "agreement", "{\"opinion\":\"同意,报批\"}");
        bureau("ldr", "claim", "{}");
        return bureau("ldr", "approval", "{\"opinion\":\"准予备案\"}");
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

    private JsonNode step(String account, String password, String step, String body, int status) throws Exception {
        return keep(
                container.send(as(account, password, APPLICATIONS + "/" + id + "/" + step)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))),
                status);
    }

    private JsonNode keep(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isIn(status, status == 201 ? 200 : status);
        etag = answer.headers().firstValue("ETag").orElse(etag);
        return Offices.json(answer);
    }
}
