package org.liaison.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;

/** One certificate from the print queue to the hand-over. */
final class Certificate {
    private static final String CERTIFICATES = "/api/registration/v1/certificates";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Container container;
    private final String path;
    private JsonNode now;

    Certificate(Container container, String office) throws IOException, InterruptedException {
        this.container = container;
        JsonNode queue = read(CERTIFICATES + "?officeId=" + office);
        path = CERTIFICATES + "/" + queue.at("/items/0/id").asText();
        now = read(path);
    }

    Certificate claim() throws IOException, InterruptedException {
        return step("claim", "{}");
    }

    /** Prints every copy, each on a blank form of its own. */
    Certificate print() throws IOException, InterruptedException {
        ObjectNode forms = JSON.createObjectNode();
        for (JsonNode copy : now.get("copies")) {
            String id = copy.get("id").asText();
            forms.withArray("forms").addObject().put("copyId", id).put("formNo", id.substring(0, 8));
        }
        return step("printing", forms.toString());
    }

    Certificate handOver() throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return step(
                "handover",
                JSON.createObjectNode()
                        .put("receiver", "张三")
                        .put("receivedOn", today.toString())
                        .toString());
    }

    /** The sheet as PDF. */
    HttpRequest original() throws IOException {
        return container.request("clk", path + "/documents/original").build();
    }

    /** What the QR code leads to, as anybody asks for it. */
    HttpRequest check() {
        String address = now.get("checkAddress").asText();
        return container
                .anonymous(address.substring(address.indexOf("/verify/")))
                .build();
    }

    private Certificate step(String step, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = Filing.checked(container.send(Filing.json(
                container
                        .request("clk", path + "/" + step)
                        .header("If-Match", "\"" + now.get("version").asLong() + "\""),
                "POST",
                body)));
        now = JSON.readTree(answer.body());
        return this;
    }

    private JsonNode read(String from) throws IOException, InterruptedException {
        return JSON.readTree(
                Filing.checked(container.send(container.request("clk", from))).body());
    }
}
