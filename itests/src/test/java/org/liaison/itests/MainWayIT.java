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
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** One filing the main way over REST: opened by a clerk, filed by its head, accepted, reviewed, approved by three people. */
public class MainWayIT {
    private static final String APPLICATIONS = "/api/registration/v1/applications";
    private static final String CHOSEN = "一个足够长的新口令";

    private static Container container;
    private static Offices offices;

    @BeforeClass
    public static void boot() throws Exception {
        container = new Container().start().await("clk", APPLICATIONS, 200);
        offices = new Offices(container);
    }

    @AfterClass
    public static void stop() throws Exception {
        container.close();
    }

    @Test
    public void sample_isRegistered_theMainWay() throws Exception {
        Filing filing = new Filing();
        filing.draft();
        filing.files();
        JsonNode submitted = filing.step(filing.head, CHOSEN, "submission", "{}", 200);
        assertThat(submitted.get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(submitted.get("no").asText()).matches("SQ-\\d{8}-\\d{4,}");

        filing.bureau("clk", "claim", "{}");
        assertThat(filing.bureau("clk", "acceptance", "{\"opinion\":\"材料齐全\"}")
                        .get("state")
                        .asText())
                .isEqualTo("ACCEPTED");
        assertThat(filing.bureau("clk", "review", "{\"opinion\":\"拟同意\"}")
                        .get("state")
                        .asText())
                .isEqualTo("REVIEWING");
        filing.bureau("rev", "claim", "{}");
        assertThat(filing.bureau("rev", "agreement", "{\"opinion\":\"同意,报批\"}")
                        .get("state")
                        .asText())
                .isEqualTo("PENDING_APPROVAL");
        filing.bureau("ldr", "claim", "{}");
        JsonNode approved = filing.bureau("ldr", "approval", "{\"opinion\":\"准予备案\"}");

        int year = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        assertThat(approved.get("state").asText()).isEqualTo("APPROVED");
        assertThat(approved.get("decisionNo").asText()).matches("鲁事管备〔" + year + "〕[1-9]\\d*号");
        assertThat(approved.get("registrationNo").asText()).matches("370200-" + year + "-\\d{4,}");
        assertThat(approved.get("certificateNo").asText()).matches("鲁驻登字第370200" + year + "\\d{4,}号");
        JsonNode office = Offices.json(offices.get("clk", filing.office));
        assertThat(office.get("status").asText()).isEqualTo("REGISTERED");
        assertThat(approved.toString()).doesNotContain(filing.idNumber);
    }

    @Test
    public void submission_isRefusedWithEveryPath_andTheDraftStays() throws Exception {
        Filing filing = new Filing();
        ((ObjectNode) filing.form.get("letter")).remove("establishmentLevel");
        ((ObjectNode) filing.form.get("head"))
                .put("sex", "2".equals(filing.form.at("/head/sex").asText()) ? "1" : "2");
        filing.draft();
        JsonNode refused = filing.step(filing.head, CHOSEN, "submission", "{}", 422);
        assertThat(refused.get("violations").findValuesAsText("path"))
                .contains("letter.establishmentLevel", "head.sex", "materials.M4");
        JsonNode draft = Offices.json(container.send(
                filing.as(filing.head, CHOSEN, APPLICATIONS + "/" + filing.id).GET()));
        assertThat(draft.get("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    public void bureauStep_isRefused_whenTheVersionIsMissingOrStale() throws Exception {
        Filing filing = new Filing();
        filing.draft();
        HttpResponse<String> missing =
                container.send(filing.as(filing.head, CHOSEN, APPLICATIONS + "/" + filing.id + "/submission")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(missing.statusCode()).isEqualTo(428);
        filing.etag = "\"0\"";
        filing.step(filing.head, CHOSEN, "submission", "{}", 412);
    }

    @Test
    public void documents_arePrinted_asFarAsTheCaseHasCome() throws Exception {
        Filing filing = new Filing();
        filing.draft();
        for (String kind : List.of("form", "letter", "commitment")) {
            HttpResponse<String> printed = document(filing, kind);
            assertThat(printed.statusCode()).as(kind).isEqualTo(200);
            assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(printed.body()).as(kind).startsWith("%PDF-").contains("%%EOF");
        }
        assertThat(document(filing, "acceptance").statusCode()).isEqualTo(409);
        assertThat(document(filing, "approval").statusCode()).isEqualTo(403);
        assertThat(document(filing, "nothing").statusCode()).isEqualTo(404);
        assertThat(container.complaints()).noneMatch(line -> line.contains("pdf") || line.contains("font"));
    }

    private static HttpResponse<String> document(Filing filing, String kind) throws Exception {
        String path = APPLICATIONS + "/" + filing.id + "/documents/" + kind;
        return container.send(filing.as(filing.head, CHOSEN, path).GET());
    }

    /** One office with its head and a draft. */
    private static final class Filing {
        private final JsonNode sample;
        private final ObjectNode form;
        private final String idNumber;
        private final String head;
        private final String office;
        private String id;
        private String etag;

        Filing() throws Exception {
            ObjectNode request = Offices.request();
            try (InputStream in = MainWayIT.class.getResourceAsStream("/sample-application.json")) {
                sample = Offices.JSON.readTree(in);
            }
            form = (ObjectNode) sample.get("form");
            idNumber = form.at("/head/idNumber").asText();
            String name = request.get("name").asText();
            form.put("name", name);
            ((ObjectNode) form.get("nameApproval")).put("name", name);
            ((ObjectNode) form.get("letter")).put("name", name);
            form.set("dispatcher", request.get("dispatcher"));
            JsonNode opened = Offices.json(offices.open("clk", request, null));
            office = opened.at("/office/id").asText();
            head = opened.get("headAccount").asText();
            String oneTime = opened.get("oneTimePassword").asText();
            HttpResponse<String> changed = container.send(as(head, oneTime, "/api/platform/v1/me/password")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(
                            "{\"present\":\"" + oneTime + "\",\"wanted\":\"" + CHOSEN + "1234\"}")));
            assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 204);
        }

        HttpRequest.Builder as(String account, String password, String path) throws IOException {
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
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            try (InputStream in = MainWayIT.class.getResourceAsStream("/materials/" + file)) {
                in.transferTo(body);
            }
            body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
            keep(
                    container.send(as(head, CHOSEN, path)
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .header("If-Match", etag)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))),
                    201);
        }

        JsonNode bureau(String account, String step, String body) throws Exception {
            return step(account, container.passwords().get(account), step, body, 200);
        }

        JsonNode step(String account, String password, String step, String body, int status) throws Exception {
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
}
