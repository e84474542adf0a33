package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** The pages of the filing as the head of an office uses them, from the guide to the submission and back. */
public class FilingPagesIT extends PortalVisit {
    private static final String PORTAL = "/portal/registration/";

    /** Steps of the form with the parts of the sample that are filled in there. */
    private static final List<Map.Entry<String, List<String>>> STEPS = List.of(
            Map.entry(
                    "office",
                    List.of(
                            "shortName",
                            "nature",
                            "establishmentLevel",
                            "funding",
                            "mainBusiness",
                            "address",
                            "phone",
                            "contact",
                            "partyOrg")),
            Map.entry("dispatcher", List.of("dispatcher", "establishment", "nameApproval")),
            Map.entry(
                    "duties", List.of("duties", "staffingQuota", "leaderQuota", "staffInPost", "hired", "departments")),
            Map.entry("premises", List.of("premises")),
            Map.entry("head", List.of("head", "deputies")),
            Map.entry("papers", List.of("letter", "commitment")));

    /** What the office was opened with: shown there, and nobody's to change. */
    private static final Set<String> GIVEN =
            Set.of("dispatcher.name", "dispatcher.kind", "dispatcher.level", "dispatcher.division", "dispatcher.uscc");

    @Test
    public void office_filesFromTheGuideToTheSubmission() throws Exception {
        Filing filing = new Filing(container);
        enter(filing, "filing").shows("需要准备的材料");
        look("filing-guide");
        browser.push("新建备案登记").until("document.querySelector('lia-field[data-path=nature] select')");
        filing.id =
                browser.evaluate("location.pathname.split('/').slice(-3)[0]").asText();

        for (Map.Entry<String, List<String>> step : STEPS) {
            browser.until("location.pathname.endsWith('/form/" + step.getKey() + "')");
            for (String part : step.getValue()) {
                fill(part, filing.form.get(part));
            }
            if (step.getKey().equals("papers")) {
                upload(filing);
            }
            browser.shows("已自动保存");
            look("filing-" + step.getKey());
            browser.push("保存，下一步");
        }
        browser.put("lia-field[data-path=nonProfit]", "true").shows("可以提交");
        browser.click("lia-field[label^=本人] input");
        look("filing-check");
        String submit =
                "Array.from(document.querySelectorAll('main button')).find((each) => each.textContent.trim() === '提交')";
        browser.until(submit + " && !" + submit + ".disabled")
                .evaluate("((button) => { button.click(); button.click(); })(" + submit + ")");
        browser.until("!location.pathname.includes('/form/')").shows("经办人核对材料");
        look("filing-status");

        JsonNode filed = filing.read();
        assertThat(filed.get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(filed.get("opinions").findValuesAsText("event")).containsOnlyOnce("SUBMIT");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void corrections_leadToTheMarkedFields_andGoBackAnswered() throws Exception {
        Filing filing = new Filing(container).draft().files();
        filing.office("submission", 200);
        filing.bureau("clk", "claim", "{}");
        filing.bureau(
                "clk",
                "return",
                "{\"defects\":[{\"path\":\"phone\",\"text\":\"联系电话与公函不一致，请核对后改正\"},"
                        + "{\"path\":\"materials.M5\",\"text\":\"申请表未加盖公章，请盖章后重新上传\"}]}");

        enter(filing, "applications/" + filing.id).push("去补正").shows("第2项/共2项");
        browser.push("补正后提交").shows("请答复该项补正事项");
        look("filing-correction");
        browser.put("lia-field[data-path=phone]", "0532-88647600");
        browser.pick("[data-path='materials.M5']", material("letter.pdf")).shows("letter.pdf");
        browser.put("lia-field[data-path='answers.1']", "已改为0532-88647600")
                .put("lia-field[data-path='answers.2']", "已盖章并重新上传")
                .push("补正后提交")
                .until("!location.pathname.endsWith('/correction')")
                .shows("已提交，待受理");

        JsonNode back = filing.read();
        assertThat(back.at("/form/phone").asText()).isEqualTo("0532-88647600");
        assertThat(back.at("/review/notices/0/defects/1/answer").asText()).isEqualTo("已盖章并重新上传");
        assertThat(back.at("/review/revision").asInt()).isEqualTo(2);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void whatTwoWindowsType_isJoined_andWhatBothTypedIsAsked() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/office")
                .until("document.querySelector('lia-field[data-path=phone] input')");
        ObjectNode other = ((ObjectNode) filing.read().get("form"))
                .put("shortName", "另一窗口简称")
                .put("phone", "0532-88647611");
        filing.keep(container.send(put(filing, other)), 200);

        browser.put("lia-field[data-path=phone]", "0532-88647622").shows("另一窗口修改了相同的内容");
        browser.shows("0532-88647611").shows("0532-88647622");
        look("filing-clash");
        browser.push("保留我填写的").shows("已自动保存");

        JsonNode joined = filing.read().get("form");
        assertThat(joined.get("phone").asText()).isEqualTo("0532-88647622");
        assertThat(joined.get("shortName").asText()).isEqualTo("另一窗口简称");
    }

    @Test
    public void whatIsTypedWithoutAConnection_isKeptOnceItIsBack() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/office")
                .until("document.querySelector('lia-field[data-path=shortName] input')");
        browser.offline(true).put("lia-field[data-path=shortName]", "断网时填写的简称").shows("暂时连接不上服务器");
        browser.offline(false).shows("已自动保存");
        assertThat(filing.read().at("/form/shortName").asText()).isEqualTo("断网时填写的简称");

        browser.open(container.address() + PORTAL + "applications/" + filing.id + "/form/office")
                .until("document.querySelector('lia-field[data-path=shortName] input')?.value === '断网时填写的简称'");
    }

    @Test
    public void markupAndWrongValues_stayWhatWasTyped_besideTheServersSentence() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/office")
                .until("document.querySelector('lia-field[data-path=shortName] input')");
        browser.put("lia-field[data-path=shortName]", "<img src=x onerror=alert(1)>")
                .put("lia-field[data-path=phone]", "12")
                .shows("应为带区号的固定电话");
        assertThat(browser.evaluate("document.querySelector('lia-field[data-path=phone] input').value")
                        .asText())
                .isEqualTo("12");
        assertThat(browser.evaluate("document.querySelectorAll('main img').length")
                        .asInt())
                .isZero();
    }

    private static HttpRequest.Builder put(Filing filing, JsonNode form) throws Exception {
        return filing.asHead("/form")
                .header("Content-Type", "application/json")
                .header("If-Match", filing.etag)
                .PUT(HttpRequest.BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8));
    }

    /** Logs the head in on a page. */
    private Browser enter(Filing filing, String page) throws Exception {
        browser.open(container.address() + PORTAL + page);
        return logIn(filing.head, filing.password())
                .until("document.querySelector('.lia-side') && document.querySelector('main h1')");
    }

    /** Fills in what a part of the form has; rows are added as they come. */
    private void fill(String path, JsonNode value) throws Exception {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                fill(path + "." + each.getKey(), each.getValue());
            }
        } else if (value.isArray() && !path.endsWith(".occupants")) {
            for (int i = 0; i < value.size(); i++) {
                browser.click("div[data-path='" + path + "'] > p > button.btn-outline-secondary")
                        .until("document.querySelector(\"fieldset[data-path='" + path + "[" + i + "]']\")");
                fill(path + "[" + i + "]", value.get(i));
            }
        } else if (value.isValueNode() && !value.isNull() && !GIVEN.contains(path)) {
            browser.put("lia-field[data-path='" + path + "']", value.asText());
        }
    }

    private void upload(Filing filing) throws Exception {
        for (JsonNode material : filing.materials()) {
            String box = "[data-path='materials." + material.get("code").asText() + "']";
            for (JsonNode file : material.get("files")) {
                browser.pick(box, material(file.asText()))
                        .until("document.querySelector(" + Browser.quoted(box) + ").innerText.includes("
                                + Browser.quoted(file.asText()) + ") && !document.querySelector('progress')");
            }
        }
    }

    private static Path material(String name) {
        return Path.of("src", "test", "resources", "materials", name);
    }
}
