package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.BeforeClass;
import org.junit.Test;

/** One filing the main way over REST: opened by a clerk, filed by its head, accepted, reviewed, approved by three people. */
public class MainWayIT {
    private static final String APPLICATIONS = "/api/registration/v1/applications";

    private static Container container;
    private static Offices offices;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", APPLICATIONS, 200);
        offices = new Offices(container);
    }

    @Test
    public void sample_isRegistered_theMainWay() throws Exception {
        Filing filing = new Filing(container);
        filing.draft();
        filing.files();
        JsonNode submitted = filing.office("submission", 200);
        assertThat(submitted.get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(submitted.get("no").asText()).matches("SQ-\\d{8}-\\d{4,}");

        filing.bureau("clk", "claim", "{}");
        JsonNode ticked = filing.bureau(
                "clk",
                "ticks",
                "{\"contents\":[\"NAME\",\"NATURE\",\"MAIN_BUSINESS\",\"ESTABLISHMENT_LEVEL\",\"STAFFING_QUOTA\"]}");
        for (JsonNode warning : ticked.at("/review/warnings")) {
            filing.bureau("clk", "answers", "{\"answers\":[{\"no\":" + warning.get("no") + ",\"text\":\"已核实\"}]}");
        }
        assertThat(filing.bureau("clk", "acceptance", "{\"text\":\"材料齐全\"}")
                        .get("state")
                        .asText())
                .isEqualTo("ACCEPTED");
        assertThat(filing.bureau("clk", "review", "{\"text\":\"拟同意\"}")
                        .get("state")
                        .asText())
                .isEqualTo("REVIEWING");
        filing.bureau("rev", "claim", "{}");
        assertThat(filing.bureau("rev", "agreement", "{\"text\":\"同意，报批\"}")
                        .get("state")
                        .asText())
                .isEqualTo("PENDING_APPROVAL");
        filing.bureau("ldr", "claim", "{}");
        JsonNode approved = filing.bureau("ldr", "approval", "{\"text\":\"准予备案\"}");

        int year = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        assertThat(approved.get("state").asText()).isEqualTo("APPROVED");
        assertThat(approved.get("decisionNo").asText()).matches("鲁事管备〔" + year + "〕[1-9]\\d*号");
        assertThat(approved.get("registrationNo").asText()).matches("370200-" + year + "-\\d{4,}");
        assertThat(approved.get("certificateNo").asText()).matches("鲁驻登字第370200" + year + "\\d{4,}号");
        JsonNode office = Offices.json(offices.get("clk", filing.office));
        assertThat(office.get("status").asText()).isEqualTo("REGISTERED");
        assertThat(approved.toString()).doesNotContain(filing.idNumber);
        assertThat(approved.get("stateLabel").asText()).isEqualTo("准予备案");
        assertThat(approved.at("/form/hostCityLabel").asText()).isEqualTo("青岛市");
        assertThat(approved.at("/form/dispatcher/divisionLabel").asText()).isNotEmpty();
        assertThat(container.console("clk", "registration:show " + filing.id))
                .contains("办理后状态", "（经办人）", "拟同意", "准予备案", "局领导", "青岛");
        assertThat(Offices.JSON
                        .readTree(container.console("clk", "registration:overdue --json"))
                        .get("items"))
                .isEmpty();

        String name = office.get("name").asText();
        for (String q : List.of(
                approved.get("registrationNo").asText(),
                approved.get("certificateNo").asText(),
                name,
                name.substring(2, 10) + " 青岛")) {
            assertThat(found(q, "sort=NAME")).as(q).containsExactly(filing.office);
            assertThat(found(q, "sort=REGISTERED&status=REGISTERED&hostCity=370200"))
                    .as(q)
                    .containsExactly(filing.office);
            assertThat(found(q, "hostCity=370100")).as(q).isEmpty();
        }
    }

    private static List<String> found(String q, String filter) throws Exception {
        String query = "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&" + filter;
        return Offices.json(container.send(
                        container.request("rev", Offices.PATH + query).GET()))
                .get("items")
                .findValuesAsText("id");
    }

    @Test
    public void fileGoesOutAsMtom_toWhoTakesItAndToNobodyElse() throws Exception {
        Filing filing = new Filing(container).draft().files();
        JsonNode draft = Offices.json(container.send(filing.asHead("").GET()));
        String call = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns=\"urn:liaison:registration:v1\"><e:Body><openFile><id>" + filing.id + "</id><fileId>"
                + draft.at("/materials/0/files/0/id").asText() + "</fileId></openFile></e:Body></e:Envelope>";

        HttpResponse<String> parts = opened(filing, call, "multipart/related, text/xml");
        assertThat(parts.statusCode()).as(parts.body()).isEqualTo(200);
        assertThat(parts.headers().firstValue("Content-Type").orElseThrow()).startsWith("multipart/related");
        assertThat(parts.body()).contains("application/xop+xml", ":Include", "%PDF-");

        HttpResponse<String> whole = opened(filing, call, "text/xml");
        assertThat(whole.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(whole.body()).doesNotContain(":Include", "%PDF-").contains("JVBERi");
    }

    private static HttpResponse<String> opened(Filing filing, String call, String accept) throws Exception {
        return container.send(container
                .request(null, "/ws/registration/v1")
                .header("Authorization", filing.login())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(call, StandardCharsets.UTF_8)));
    }

    @Test
    public void submission_isRefusedWithEveryPath_andTheDraftStays() throws Exception {
        Filing filing = new Filing(container);
        ((ObjectNode) filing.form.get("letter")).remove("establishmentLevel");
        ((ObjectNode) filing.form.get("head"))
                .put("sex", "2".equals(filing.form.at("/head/sex").asText()) ? "1" : "2");
        filing.draft();
        JsonNode refused = filing.office("submission", 422);
        assertThat(refused.get("violations").findValuesAsText("path"))
                .contains("letter.establishmentLevel", "head.sex", "materials.M4");
        JsonNode draft = Offices.json(container.send(filing.asHead("").GET()));
        assertThat(draft.get("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    public void bureauStep_isRefused_whenTheVersionIsMissingOrStale() throws Exception {
        Filing filing = new Filing(container);
        filing.draft();
        HttpResponse<String> missing = container.send(filing.asHead("/submission")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(missing.statusCode()).isEqualTo(428);
        filing.etag = "\"0\"";
        filing.office("submission", 412);
    }

    @Test
    public void documents_arePrinted_asFarAsTheCaseHasCome() throws Exception {
        Filing filing = new Filing(container);
        filing.draft();
        for (String kind : List.of("form", "letter", "commitment")) {
            HttpResponse<byte[]> printed = document(filing, kind);
            assertThat(printed.statusCode()).as(kind).isEqualTo(200);
            assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(words(printed)).as(kind).isNotEmpty();
        }
        for (String kind : List.of("acceptance", "correction", "refusal", "denial")) {
            assertThat(document(filing, kind).statusCode()).as(kind).isEqualTo(409);
        }
        assertThat(document(filing, "correction?round=x").statusCode()).isEqualTo(400);
        assertThat(document(filing, "approval").statusCode()).isEqualTo(403);
        assertThat(document(filing, "nothing").statusCode()).isEqualTo(404);
        assertThat(container.complaints()).noneMatch(line -> line.contains("pdf") || line.contains("font"));
    }

    @Test
    public void notices_arePrinted_onceTheCaseIsReturnedRefusedOrDenied() throws Exception {
        Filing returned = submitted();
        returned.bureau("clk", "claim", "{}");
        returned.bureau("clk", "return", "{\"defects\":[{\"path\":\"phone\",\"text\":\"请核对联系电话\"}]}");
        assertThat(words(document(returned, "correction?round=1"))).contains("补正告知书", "请核对联系电话");

        Filing refused = submitted();
        refused.bureau("clk", "claim", "{}");
        refused.bureau("clk", "intake-refusal", "{\"text\":\"不属于备案范围\"}");
        assertThat(document(refused, "refusal").statusCode()).isEqualTo(409);
        refused.bureau("rev", "confirmation", "{}");
        assertThat(words(document(refused, "refusal"))).contains("不予受理告知书", "不属于备案范围");

        Filing denied = submitted();
        denied.agree();
        denied.bureau("ldr", "claim", "{}");
        denied.bureau("ldr", "denial", "{\"text\":\"派出单位已撤销该机构\"}");
        assertThat(words(document(denied, "denial"))).contains("不予备案告知书", "派出单位已撤销该机构");
    }

    private static Filing submitted() throws Exception {
        Filing filing = new Filing(container).draft().files();
        filing.office("submission", 200);
        return filing;
    }

    /** The text that somebody copies from the paper, without the breaks of its lines. */
    private static String words(HttpResponse<byte[]> paper) throws Exception {
        assertThat(paper.statusCode()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(paper.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static HttpResponse<byte[]> document(Filing filing, String kind) throws Exception {
        return container.download(filing.asHead("/documents/" + kind).GET());
    }
}
