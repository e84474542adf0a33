package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** The pages of the filing as the head of an office uses them, from the guide to the submission and back. */
public class FilingPagesIT extends PortalVisit {
    private static final String PORTAL = "/portal/registration/";
    private static final String CERTIFICATES = "/api/registration/v1/certificates";
    private static final String SHORT_NAME = "lia-field[data-path=shortName]";
    /** The form of the address: the address is new before its page is. */
    private static final String FORM =
            "!document.querySelector('main[aria-busy=true]') && document.querySelector('main lia-field input')";

    private static final String SUBMIT =
            "Array.from(document.querySelectorAll('main button')).find((each) => each.textContent.trim() === '提交')";

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
        browser.push("生成含完整号码的申请表").shows("请填写理由");
        look("filing-check");
        browser.until(SUBMIT + " && !" + SUBMIT + ".disabled")
                .evaluate("((button) => { button.click(); button.click(); })(" + SUBMIT + ")");
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
                .shows("已提交，待受理")
                .shows("补正前后对照")
                .shows(filing.form.get("phone").asText())
                .shows("0532-88647600");
        look("filing-resubmitted");

        JsonNode back = filing.read();
        assertThat(back.at("/form/phone").asText()).isEqualTo("0532-88647600");
        assertThat(back.at("/review/notices/0/defects/1/answer").asText()).isEqualTo("已盖章并重新上传");
        assertThat(back.at("/review/revision").asInt()).isEqualTo(2);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void whatTwoWindowsType_isJoined_andWhatBothTypedIsAsked() throws Exception {
        Filing filing = new Filing(container).draft().files();
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

        filing.keep(container.send(filing.asHead("").GET()), 200);
        filing.office("submission", 200);
        browser.put(SHORT_NAME, "提交后填写的简称").shows("您在本页填写的以下内容没有保存").shows("提交后填写的简称");
        look("filing-unkept");
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
    public void whatIsTyped_survivesTheLoadingAnewOfItsPage_andTheEndOfTheSession() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/office").until(FORM);
        browser.offline(true).put(SHORT_NAME, "断网时填写的简称").shows("暂时连接不上服务器");
        browser.open("about:blank").offline(false);
        form(filing, "office").shows("已恢复您上次填写但未来得及保存的内容").shows("已自动保存");
        assertThat(filing.read().at("/form/shortName").asText()).isEqualTo("断网时填写的简称");

        browser.forgetSession().put(SHORT_NAME, "会话结束时填写的简称").shows("会话已结束");
        look("filing-session-over");
        browser.type("lia-login lia-field[name=password] input", filing.password())
                .click("lia-login button")
                .until("!document.querySelector('lia-login')")
                .shows("已自动保存");
        assertThat(filing.read().at("/form/shortName").asText()).isEqualTo("会话结束时填写的简称");
    }

    @Test
    public void aFormOfBeforeTheUpdate_keepsTheRest_andSaysWhatIsAskedNoMore() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/office").until(FORM);
        // a page that was loaded before has a field that the interface knows no more
        browser.evaluate("Array.from(document.querySelectorAll('main *')).find((each) => each.draft)"
                + ".draft.put('formerName', '原用名称', null, true)");
        browser.put(SHORT_NAME, "新简称").shows("以下内容不再需要填报").shows("原用名称").shows("已自动保存");
        look("filing-outgrown");
        assertThat(filing.read().at("/form/shortName").asText()).isEqualTo("新简称");
    }

    @Test
    public void markupRareCharactersAndTenMegabytes_stayText_onEveryPage() throws Exception {
        Filing filing = new Filing(container).draft();
        String markup = "<img src=x onerror=alert(1)>𠮷㙓䶮";
        enter(filing, "applications/" + filing.id + "/form/office").until(FORM);
        browser.put("lia-field[data-path=phone]", "12").shows("应为带区号的固定电话");
        assertThat(browser.evaluate("document.querySelector('lia-field[data-path=phone] input').value")
                        .asText())
                .isEqualTo("12");
        browser.evaluate("(() => { const box = document.createElement('textarea'); box.id = 'ten-megabytes';"
                + " box.value = '字'.repeat(10 * 1024 * 1024); document.body.append(box); box.select(); })()");
        browser.command("copy")
                .evaluate("document.querySelector('#ten-megabytes').remove();"
                        + " document.querySelector('lia-field[data-path=mainBusiness] textarea').select()");
        browser.command("paste").shows("粘贴的文字有10,485,760个字，此处最多填写1000个字");
        look("filing-pasted");
        browser.put("lia-field[data-path=mainBusiness]", "字".repeat(1000)).shows("已自动保存");

        for (Map.Entry<String, List<String>> step : STEPS) {
            browser.until("location.pathname.endsWith('/form/" + step.getKey() + "') && " + FORM);
            browser.evaluate("for (const field of document.querySelectorAll('main lia-field')) {"
                    + " const control = field.querySelector('input[type=text]:not([inputmode]), textarea');"
                    + " if (control && !field.dataset.path.endsWith('idNumber')) { control.value = "
                    + Browser.quoted(markup)
                    + "; control.dispatchEvent(new Event('input', { bubbles: true }));"
                    + " control.dispatchEvent(new Event('change', { bubbles: true })); } }");
            browser.push("保存，下一步");
        }
        browser.until("location.pathname.endsWith('/form/check')")
                .until("document.querySelector('main iframe')")
                .shows("预检");
        isText();
        browser.open(container.address() + PORTAL + "applications/" + filing.id).shows("办理过程");
        isText();
        JsonNode form = filing.read().get("form");
        assertThat(List.of(
                        form.at("/mainBusiness"),
                        form.at("/shortName"),
                        form.at("/head/name"),
                        form.at("/premises/0/address"),
                        form.at("/letter/issuer")))
                .extracting(JsonNode::asText)
                .containsOnly(markup);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void filesThatCannotBeTaken_areSaid_andTheOthersAreThere() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/papers").until("document.querySelector('lia-file')");
        String letter = Base64.getEncoder().encodeToString(Files.readAllBytes(material("letter.pdf")));
        drop(
                "new File(['MZ'], '程序.exe'), new File([], '空白.pdf'), new File([new Uint8Array(21 * 1024 * 1024)], '过大.pdf'), "
                        + "new File(['no picture'], '假图片.png'), letter, letter",
                letter);
        browser.shows("程序.exe的格式不能上传")
                .shows("空白.pdf是空文件")
                .shows("过大.pdf超过20 MB")
                .shows("公函.pdf已经上传，未重复上传")
                .shows("假图片.png：只接受内容与扩展名一致的");
        look("filing-files-refused");
        List<String> names = new ArrayList<>();
        filing.read().at("/materials").findValues("fileName").forEach(each -> names.add(each.asText()));
        assertThat(names).containsExactly("公函.pdf");

        browser.offline(true);
        drop("new File([letter], '断网时上传的公函.pdf')", letter);
        browser.shows("暂时连接不上服务器").shows("断网时上传的公函.pdf").offline(false).shows("断网时上传的公函.pdf已上传");
        assertThat(filing.read().at("/materials").findValuesAsText("fileName"))
                .containsExactly("公函.pdf", "断网时上传的公函.pdf");
    }

    @Test
    public void backInTheMiddleOfTheSubmission_submitsOnce_andSaysSo() throws Exception {
        Filing filing = new Filing(container).draft().files();
        enter(filing, "applications/" + filing.id + "/form/papers").push("保存，下一步");
        browser.put("lia-field[data-path=nonProfit]", "true").shows("可以提交");
        browser.click("lia-field[label^=本人] input").until(SUBMIT + " && !" + SUBMIT + ".disabled");
        browser.evaluate("(() => { " + SUBMIT + ".click(); history.back(); })()");
        browser.shows("该申请已提交或者已办结，不能再修改");
        assertThat(filing.read().get("opinions").findValuesAsText("event")).containsOnlyOnce("SUBMIT");
    }

    @Test
    public void filer_filesAndSubmits_butOnlyTheHeadWithdraws() throws Exception {
        Filing filing = new Filing(container).draft().files();
        String filer = "fil-" + filing.id.substring(0, 8);
        new Enrolment(container).enrol(filing.login(), "clk", filer, "FIL", "OFFICE:" + filing.office);
        browser.open(container.address() + PORTAL + "filing");
        logIn(filer, Enrolment.PASSWORD).shows("继续填写");
        browser.push("查看、打印公函参考文本").until("document.querySelector('main iframe')");
        assertThat(menu()).containsExactly("首页", "备案登记", "登记证", "我的办件", "本机构信息", "审计查询", "消息", "个人设置", "帮助");
        form(filing, "papers").push("letter.pdf").shows("没有找到，或者您无权查看");
        look("filing-not-allowed");
        form(filing, "check")
                .put("lia-field[data-path=nonProfit]", "true")
                .shows("可以提交")
                .click("lia-field[label^=申请表已由本机构负责人] input")
                .push("提交")
                .shows("经办人核对材料");
        assertThat(browser.evaluate("document.body.innerText.includes('撤回申请')").asBoolean())
                .isFalse();

        leave();
        logIn(filing.head, filing.password()).until("document.querySelector('.lia-side')");
        browser.open(container.address() + PORTAL + "applications/" + filing.id);
        browser.push("撤回申请").push("撤回").shows("此项必填");
        look("filing-withdrawal");
        browser.put("lia-field[name=text]", "派出单位调整机构设置").push("撤回").shows("已撤回");
        look("filing-withdrawn");
        assertThat(filing.read().get("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    public void wholeIdentityNumber_isShownForAReason() throws Exception {
        Filing filing = new Filing(container).draft();
        enter(filing, "applications/" + filing.id + "/form/head").push("查看完整号码");
        browser.push("查看").shows("须说明理由");
        look("filing-identity");
        assertThat(browser.evaluate("document.body.innerText.includes(" + Browser.quoted(filing.idNumber) + ")")
                        .asBoolean())
                .isFalse();
        browser.put(".lia-identity lia-field", "核对任命文件").push("查看").shows(filing.idNumber);
    }

    @Test
    public void decisions_areReadOnThePage_asTheyPrint() throws Exception {
        Filing denied = submitted();
        denied.agree();
        denied.bureau("ldr", "claim", "{}");
        denied.bureau("ldr", "denial", "{\"text\":\"机构设置依据不足\"}");
        enter(denied, "applications/" + denied.id).push("不予备案告知书").until("document.querySelector('main iframe')");
        look("filing-denied");

        Filing approved = submitted();
        approved.approve();
        leave();
        logIn(approved.head, approved.password()).until("document.querySelector('.lia-side')");
        browser.open(container.address() + PORTAL + "certificates")
                .shows("登记证正在制作")
                .shows("本机构介绍信");
        look("filing-certificate-waits");
        handOver(approved);
        browser.open(container.address() + PORTAL + "certificates")
                .shows("由高建领取")
                .push("登记证（正本）")
                .until("document.querySelector('main iframe')");
        look("filing-certificate");
        assertThat(browser.complaints()).isEmpty();
    }

    private Filing submitted() throws Exception {
        Filing filing = new Filing(container).draft().files();
        filing.office("submission", 200);
        return filing;
    }

    /** The clerk prints the certificate and hands it over. */
    private static void handOver(Filing filing) throws Exception {
        JsonNode row = Offices.json(container.send(container
                        .request("clk", CERTIFICATES + "?officeId=" + filing.office)
                        .GET()))
                .at("/items/0");
        JsonNode claimed = certificate(row, "claim", "{}");
        JsonNode printed = certificate(claimed, "printing", CertificateIT.forms(claimed));
        certificate(
                printed,
                "handover",
                "{\"receiver\":\"高建\",\"receivedOn\":\"" + LocalDate.now(ZoneId.of("Asia/Shanghai")) + "\"}");
    }

    private static JsonNode certificate(JsonNode before, String step, String body) throws Exception {
        HttpResponse<String> answer = container.send(container
                .request("clk", CERTIFICATES + "/" + before.get("id").asText() + "/" + step)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + before.get("version").asLong() + "\"")
                .POST(Filing.text(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Offices.json(answer);
    }

    /** What was typed as markup made no element. */
    private void isText() throws Exception {
        assertThat(browser.evaluate("document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
    }

    private List<String> menu() throws Exception {
        List<String> words = new ArrayList<>();
        browser.evaluate("Array.from(document.querySelectorAll('.lia-side a')).map((each) => each.textContent.trim())")
                .forEach(each -> words.add(each.asText()));
        return words;
    }

    /** Drops files on the first box of the page. @param letter content of {@code letter}, 公函.pdf */
    private void drop(String files, String letter) throws Exception {
        browser.evaluate(
                "(() => { const letter = new File([Uint8Array.from(atob('" + letter
                        + "'), (each) => each.charCodeAt(0))], '公函.pdf'); const data = new DataTransfer(); [" + files
                        + "].forEach((each) => data.items.add(each)); document.querySelector('.lia-drop')"
                        + ".dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); })()");
    }

    private Browser form(Filing filing, String step) throws Exception {
        return browser.open(container.address() + PORTAL + "applications/" + filing.id + "/form/" + step)
                .until("document.querySelector('.lia-side') && document.querySelector('main lia-field')");
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
