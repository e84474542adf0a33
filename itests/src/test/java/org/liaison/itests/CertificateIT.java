package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.BeforeClass;
import org.junit.Test;

/** A certificate from the print queue to the hand-over, and its check by somebody who has no account. */
public class CertificateIT {
    private static final String CERTIFICATES = "/api/registration/v1/certificates";
    private static final int ATTEMPTS = 50;

    private static Container container;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", CERTIFICATES, 200).await(null, "/verify/-", 200);
    }

    @Test
    public void certificate_isCheckedByEverybody_onceItIsHandedOver() throws Exception {
        JsonNode made = registered();
        assertThat(made.get("state").asText()).isEqualTo("TO_PRINT");
        assertThat(made.get("copies")).hasSize(2);
        JsonNode claimed = step(made, "claim", "{}", 200);
        JsonNode printed = step(claimed, "printing", forms(claimed), 200);
        String waste = printed.at("/copies/0/blankFormNo").asText();
        JsonNode spoiled = step(printed, "spoilage", "{\"formNo\":\"" + waste + "\",\"reason\":\"卡纸\"}", 200);
        assertThat(spoiled.get("state").asText()).isEqualTo("TO_PRINT");
        claimed = step(spoiled, "claim", "{}", 200);
        printed = step(claimed, "printing", forms(claimed), 200);
        String address = printed.get("checkAddress").asText();
        assertThat(address).matches("https://jg\\.example\\.cn/verify/[A-Za-z0-9_-]{43}");
        String path = address.substring("https://jg.example.cn".length());
        assertThat(check(path, "text/html").body())
                .contains("未查到")
                .doesNotContain(made.get("name").asText());

        JsonNode valid = step(printed, "handover", receipt(), 200);
        assertThat(valid.get("state").asText()).isEqualTo("VALID");
        HttpResponse<String> page = check(path, "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("有效", made.get("number").asText(), made.get("name").asText(), "演示系统")
                .doesNotContain(made.get("head").asText(), made.get("address").asText(), "<script");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .matches(
                        "default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors"
                                + " 'none'");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");

        JsonNode json = Offices.json(check(path, "application/json"));
        assertThat(json.get("status").asText()).isEqualTo("VALID");
        assertThat(json.get("certificateNo")).isEqualTo(made.get("number"));
        assertThat(json.size()).isEqualTo(9);
        assertThat(Offices.json(check("/verify/" + "x".repeat(43), "application/json"))
                        .get("status")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(container.log()).noneMatch(line -> line.contains(path.substring("/verify/".length())));
    }

    @Test
    public void nothingElse_isOpenWithoutLogin() throws Exception {
        for (String path : List.of(CERTIFICATES, CERTIFICATES + "/verify/x", "/api/registration/v1/verify/x")) {
            assertThat(container.send(container.request(null, path).GET()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(container.send(container.request(null, "/verify/x").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    public void oneOfFifty_printsAndOneHandsOver_whenAllTryAtOnce() throws Exception {
        JsonNode first = step(registered(), "claim", "{}", 200);
        JsonNode second = step(registered(), "claim", "{}", 200);
        String shared = "SH-" + UUID.randomUUID().toString().substring(0, 8);
        List<Integer> prints = attempts(i -> {
            JsonNode one = i % 2 == 0 ? first : second;
            return write(one, "printing", forms(one).replaceFirst("KB-[0-9a-f]+", shared));
        });
        assertThat(prints).filteredOn(status -> status == 200).hasSize(1);
        // 422: one that read its copies after the winner's commit finds that they need no sheet any more
        assertThat(prints).allMatch(status -> List.of(200, 409, 412, 422, 503).contains(status));

        JsonNode printed = read(first).get("state").asText().equals("PRINTED") ? read(first) : read(second);
        JsonNode other = printed.get("id").equals(first.get("id")) ? read(second) : read(first);
        assertThat(other.get("state").asText()).isEqualTo("TO_PRINT");
        assertThat(other.at("/copies/0/printLog")).isEmpty();
        assertThat(printed.at("/copies/0/printLog")).hasSize(1);
        List<Integer> handovers = attempts(i -> write(printed, "handover", receipt()));
        assertThat(handovers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(read(printed).get("state").asText()).isEqualTo("VALID");
    }

    private static List<Integer> attempts(IntFunction<HttpRequest.Builder> attempt) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(ATTEMPTS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < ATTEMPTS; i++) {
                HttpRequest.Builder request = attempt.apply(i);
                all.add(() -> container.send(request).statusCode());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : clerks.invokeAll(all)) {
                statuses.add(status.get());
            }
            return statuses;
        } finally {
            clerks.shutdownNow();
        }
    }

    /** The certificate of an office that has gone the main way. */
    private static JsonNode registered() throws Exception {
        Filing filing = new Filing(container);
        filing.draft();
        filing.files();
        filing.office("submission", 200);
        filing.approve();
        HttpResponse<String> queue = container.send(container
                .request("clk", CERTIFICATES + "?officeId=" + filing.office)
                .GET());
        return read(Offices.json(queue).at("/items/0"));
    }

    private static JsonNode read(JsonNode certificate) throws Exception {
        return Offices.json(container.send(container
                .request("clk", CERTIFICATES + "/" + certificate.get("id").asText())
                .GET()));
    }

    private static JsonNode step(JsonNode certificate, String step, String body, int status) throws Exception {
        HttpResponse<String> answer = container.send(write(certificate, step, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Offices.json(answer);
    }

    private static HttpRequest.Builder write(JsonNode certificate, String step, String body) {
        try {
            return container
                    .request("clk", CERTIFICATES + "/" + certificate.get("id").asText() + "/" + step)
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"" + certificate.get("version").asLong() + "\"")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An unused blank form for every copy that has to be printed. */
    static String forms(JsonNode certificate) {
        ObjectNode body = Offices.JSON.createObjectNode();
        ArrayNode forms = body.putArray("forms");
        for (JsonNode copy : certificate.get("copies")) {
            if (!copy.hasNonNull("blankFormNo")) {
                forms.addObject()
                        .put("copyId", copy.get("id").asText())
                        .put(
                                "formNo",
                                "KB-"
                                        + UUID.randomUUID()
                                                .toString()
                                                .substring(0, 12)
                                                .replace("-", ""));
            }
        }
        return body.toString();
    }

    private static String receipt() {
        return "{\"receiver\":\"张三\",\"receivedOn\":\"" + LocalDate.now(ZoneId.of("Asia/Shanghai")) + "\"}";
    }

    private static HttpResponse<String> check(String path, String accept) throws Exception {
        return container.send(
                container.request(null, path).header("Accept", accept).GET());
    }
}
