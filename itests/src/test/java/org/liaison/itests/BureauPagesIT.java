package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** The Bureau's side of the filing in a real browser: each person logs in, sees what he may do, and does it. */
public class BureauPagesIT extends PortalVisit {
    /** A field by its label: sets it as a person does. */
    private static final String SET =
            "((label, value) => { const field = Array.from(document.querySelectorAll('main lia-field'))"
                    + ".find((each) => each.label === label); if (field.type === 'radio') { Array.from(field.querySelectorAll('label'))"
                    + ".find((each) => each.textContent.trim() === value).previousElementSibling.click(); return; }"
                    + " const control = field.querySelector('input, select, textarea');"
                    + " if (field.type === 'checkbox') { control.click(); return; }"
                    + " control.value = value; for (const name of ['input', 'change'])"
                    + " control.dispatchEvent(new Event(name, { bubbles: true })); })";

    private static final String BUTTON =
            "Array.from(document.querySelectorAll('main button')).find((each) => each.textContent.trim() === %s && !each.disabled)";
    private static final String PHOTO =
            "document.querySelector('#acts lia-file').dispatchEvent(new CustomEvent('pick', { detail: new File([Uint8Array.from(atob("
                    + "'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),"
                    + " (each) => each.charCodeAt(0))], 'sign.png', { type: 'image/png' }) }))";

    @Test
    public void case_goesFromIntakeToTheHandOver_byItsPeople() throws Exception {
        Filing filing = submitted();
        enter("clk", "registration/applications");
        browser.shows("待受理").shows("操作");
        look("bureau-queue");
        claimedByKey(filing);
        toReview(filing);

        enter("rev", "registration/figures");
        browser.until("document.querySelectorAll('.lia-plot svg').length >= 3");
        look("bureau-figures");
        String counted = browser.evaluate(
                        "document.querySelector('lia-chart[question^=备案申请] tbody tr:nth-child(4) td:last-child').textContent.trim()")
                .asText();
        browser.evaluate(
                "document.querySelector('lia-chart[question^=备案申请] tbody tr:nth-child(4) td:last-child a').click()");
        shows("审核中 " + counted);

        browser.open(container.address() + "/portal/" + page(filing));
        click("领取").set("意见", "符合条件，同意报批").click("同意，报批").shows("现为：待审批");

        enter("ldr", page(filing));
        click("领取").shows("批准后将赋予决定文号和登记编号");
        look("bureau-decision");
        set("意见", "同意，准予备案");
        // a double click decides once
        browser.evaluate("(() => { const button = " + button("准予备案") + "; button.click(); button.click(); })()");
        shows("已准予备案。决定文号");
        assertThat(browser.evaluate("document.querySelectorAll('#acts .lia-problem').length")
                        .asInt())
                .isZero();
        JsonNode approved = filing.read();
        shows(approved.get("registrationNo").asText())
                .shows(approved.get("certificateNo").asText());
        // the back button after a decision finds it decided
        browser.push("返回待办").until("document.querySelector('main h1').textContent === '待办'");
        browser.evaluate("history.back()");
        shows("已准予备案。决定文号").shows("已办结：准予备案");
        assertThat(browser.evaluate("Boolean(" + button("准予备案") + ")").asBoolean())
                .isFalse();
        assertThat(filing.read().get("opinions").findValuesAsText("event"))
                .filteredOn("APPROVE"::equals)
                .hasSize(1);

        enter("clk", "registration/certificates?officeId=" + filing.office);
        browser.click("main table a").shows("证面内容");
        String form = "P-" + filing.id.substring(0, 8).toUpperCase();
        click("领取").set("正本空白证编号", form + "-1").set("副本1空白证编号", form + "-2");
        browser.keep("print");
        click("制证").shows("已制证，待领取");
        set("作废的证", form + "-2").set("废证原因", "打印偏移").click("登记废证").shows("作废");
        click("领取").set("副本1空白证编号", form + "-3").click("制证").shows(form + "-3");
        set("领证人", "高建");
        look("bureau-hand-over");
        click("发证").shows("现为：有效").shows("下一证");
        look("bureau-handed-over");

        browser.open(container.address() + "/portal/registration/offices?q="
                + URLEncoder.encode(approved.at("/form/name").asText(), StandardCharsets.UTF_8));
        browser.click("main tbody a")
                .shows("登记事项，按")
                .shows(approved.get("no").asText())
                .shows("办理过程");
        look("bureau-office");
        browser.open(container.address() + "/portal/search?q="
                + approved.get("no").asText().toLowerCase());
        browser.click("main tbody a").shows("已办结：准予备案");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void denial_hasItsReason_andTheReviewerCannotDecide() throws Exception {
        Filing filing = submitted();
        filing.agree();
        enter("rev", page(filing));
        browser.shows("等待局领导审批");
        assertThat(menu()).contains("待办", "机构名录", "统计").doesNotContain("开户", "审计", "备案登记");
        assertThat(browser.evaluate("Boolean(" + button("准予备案") + ")").asBoolean())
                .isFalse();

        enter("ldr", page(filing));
        browser.shows("现在办理");
        assertThat(menu()).contains("待办", "机构名录", "统计").doesNotContain("开户", "审计", "备案登记");
        click("领取").set("办理事项", "不予备案").click("不予备案").shows("此项必填");
        look("bureau-denial");
        set("理由", "机构设置依据不足").click("不予备案").shows("现为：不予备案");
        assertThat(filing.read().get("state").asText()).isEqualTo("DENIED");
    }

    @Test
    public void marks_areTheNotice_andWhatIsTypedStays_whenSomebodyElseWasFaster() throws Exception {
        Filing filing = submitted();
        enter("clk", page(filing));
        click("领取").shows("本件由您经办");
        browser.click("main [aria-label='标记办公电话有问题']").shows("须补正的内容");
        set("须补正的内容", "联系电话与公函不一致，请核对后改正");
        present(filing);
        filing.bureau("clk", "ticks", "{\"contents\":[\"NAME\"]}");

        // the case was changed under one's eyes: their change and mine
        click("退回补正").shows("您填写的内容仍在").shows("最新变动").shows("标记：办公电话");
        look("bureau-stale");
        click("退回补正").shows("现为：退回补正");
        assertThat(filing.read().at("/review/notices/0/defects/0/path").asText())
                .isEqualTo("phone");

        present(filing);
        String before = filing.form.get("phone").asText();
        filing.keep(filing.putForm(filing.form.put("phone", "0531-86012345").toString()), 200);
        String answers = "{\"answers\":[{\"no\":1,\"text\":\"已按公函改正\"}]}";
        filing.keep(filing.tried(filing.head, "resubmission", answers), 200);
        browser.open(container.address() + "/portal/" + page(filing))
                .shows("补正前后对照（与第1次报送比较）")
                .shows("补正前：" + before)
                .shows("已按公函改正");
        String number = filing.idNumber;
        assertThat(browser.evaluate("document.body.innerText").asText()).doesNotContain(number);
        browser.click("main [aria-label='查看完整身份证号']").push("查看").shows("查看完整身份证号须说明理由");
        set("查看理由", "核对任命文件");
        look("bureau-corrected");
        browser.push("查看").shows(number).push("收起");
        assertThat(browser.evaluate("document.body.innerText").asText()).doesNotContain(number);
    }

    @Test
    public void several_areClaimedTogether_eachWithItsOwnResult() throws Exception {
        Filing one = submitted();
        Filing other = submitted();
        enter("clk", "registration/applications");
        pick(one);
        pick(other);
        browser.shows("已选2件");
        look("bureau-batch");
        // one of them was taken meanwhile
        other.bureau("clk", "claim", "{}");
        click("领取2件").shows("已领取1件，1件未能办理：").shows(other.form.get("name").asText() + "：刚有变动");
        look("bureau-batch-result");
        browser.evaluate(row(one) + ".focus(); " + row(one) + ".click()");
        browser.shows("本件由您经办").press("n");
        browser.until("document.querySelector('main h1').textContent !== "
                + Browser.quoted(one.form.get("name").asText()));
        browser.evaluate("history.go(-2)");
        browser.until(row(one) + " === document.activeElement");
        assertThat(claimedBy(one)).isEqualTo("clk");
        click("放回1件").shows("已放回");
        assertThat(claimedBy(other)).isNull();
    }

    @Test
    public void whatIsTyped_stays_whenTheSessionEnds_andWhenAnotherClerkWasFaster() throws Exception {
        Filing filing = submitted();
        String second = "clk-" + filing.id.substring(0, 8);
        String asking = Container.basic("clk", container.passwords().get("clk"));
        new Enrolment(container).enrol(asking, "rev", second, "CLK", "ALL");
        leave();
        logIn(second, Enrolment.PASSWORD).until("document.querySelector('.lia-side')");
        browser.open(container.address() + "/portal/" + page(filing));
        set("意见", "材料齐全，拟受理");
        present(filing);
        filing.bureau("clk", "claim", "{}");
        click("领取").shows("本件由").shows("最新变动").shows("您填写、尚未办理的内容");
        assertThat(typed("意见")).isEqualTo("材料齐全，拟受理");
        look("bureau-two-clerks");

        enter("clk", page(filing));
        set("办理事项", "不予受理").set("理由", "不属于备案登记范围");
        browser.evaluate("fetch('/api/platform/v1/sessions/current', { method: 'DELETE', headers: {"
                + " 'X-Requested-With': 'XMLHttpRequest' } }).then((answer) => answer.status)");
        click("不予受理");
        browser.until("document.querySelector('dialog lia-login')");
        assertThat(typed("理由")).isEqualTo("不属于备案登记范围");
        browser.type(
                        "dialog lia-field[name=password] input",
                        container.passwords().get("clk"))
                .click("dialog lia-login button");
        shows("已提出不予受理，待审核人确认");
        assertThat(filing.read().at("/review/proposal/text").asText()).isEqualTo("不属于备案登记范围");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void onSiteCheck_isReportedByOne_andConfirmedByTheOther() throws Exception {
        Filing filing = submitted();
        filing.toReview();
        enter("rev", page(filing));
        set("办理事项", "要求现场核实").set("核实人员1", "clk").set("核实人员2", "?");
        browser.until(
                "Array.from(document.querySelectorAll('main lia-field')).some((each) => each.label === '核实人员2账户')");
        set("核实人员2账户", "ins").set("意见", "核实办公地点").click("要求现场核实").shows("现为：现场核实");

        enter("clk", page(filing));
        browser.shows("请先上传现场照片").evaluate(PHOTO);
        shows("已上传1张");
        set("核实日期", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()).set("标识文字", "驻青岛办事处");
        set("用房情况", "与申请表一致").set("意见", "属实");
        look("bureau-on-site");
        click("报告现场核实").shows("待另一名核实人员确认");
        assertThat(browser.evaluate("Boolean(" + button("同意所提事项") + ")").asBoolean())
                .isFalse();

        enter("ins", page(filing));
        browser.shows("选择办理身份");
        browser.evaluate(
                "fetch('/api/platform/v1/sessions/current/acting', { method: 'PUT', headers: { 'Content-Type': 'application/json',"
                        + " 'X-Requested-With': 'XMLHttpRequest' }, body: JSON.stringify({ acting: 'INS@TASK:"
                        + filing.id + "' }) })"
                        + ".then((answer) => answer.status)");
        browser.open(container.address() + "/portal/" + page(filing));
        click("同意所提事项").shows("现为：审核中");
    }

    private List<String> menu() throws Exception {
        return Arrays.asList(browser.evaluate(
                        "Array.from(document.querySelectorAll('.lia-side li a')).map((a) => a.textContent.trim()).join()")
                .asText()
                .split(","));
    }

    /** The version of the case as it stands, for acts behind the browser's back. */
    private static void present(Filing filing) throws Exception {
        filing.keep(
                container.send(container
                        .request("clk", Filing.APPLICATIONS + "/" + filing.id)
                        .GET()),
                200);
    }

    private static String claimedBy(Filing filing) throws Exception {
        return filing.read().path("claimedBy").asText(null);
    }

    private static String row(Filing filing) {
        return "document.querySelector('main tbody a[href$=\"" + filing.id + "\"]')";
    }

    private void claimedByKey(Filing filing) throws Exception {
        browser.until(row(filing)).evaluate(row(filing) + ".focus()");
        browser.press("c").until(row(filing) + ".closest('tr').textContent.includes('放回')");
        browser.evaluate(row(filing) + ".closest('tr').querySelector('button').click()");
        browser.until(row(filing) + ".closest('tr').textContent.includes('领取')");
    }

    private void pick(Filing filing) throws Exception {
        browser.until(row(filing)).evaluate(row(filing) + ".focus()");
        browser.press("x").until(row(filing) + ".closest('tr').querySelector('input').checked");
    }

    private String typed(String label) throws Exception {
        return browser.evaluate("Array.from(document.querySelectorAll('main lia-field')).find((each) => each.label === "
                        + Browser.quoted(label) + ").querySelector('input, textarea').value")
                .asText();
    }

    private static Filing submitted() throws Exception {
        Filing filing = new Filing(container).draft().files();
        filing.office("submission", 200);
        return filing;
    }

    private static String page(Filing filing) {
        return "registration/applications/" + filing.id;
    }

    /** The clerk's part, by hand. */
    private void toReview(Filing filing) throws Exception {
        browser.open(container.address() + "/portal/" + page(filing)).shows("本件无人经办");
        click("领取").shows("公函内容尚未核对");
        look("bureau-case");
        int warnings = filing.read().at("/review/warnings").size();
        for (int no = 1; no <= warnings; no++) {
            set("第" + no + "条答复", "已核实");
        }
        if (warnings > 0) {
            click("登记答复").shows("答复：已核实");
        }
        for (String content : new String[] {"名称", "机构性质", "主要业务", "建制级别", "人员编制"}) {
            set(content + "一致", "");
        }
        click("登记核对结果（5项）").set("意见", "材料齐全").click("受理").shows("现为：已受理");
        set("意见", "拟同意").click("送审").shows("现为：审核中");
    }

    /** Another person comes to the page. */
    private void enter(String account, String path) throws Exception {
        leave();
        logIn(account, container.passwords().get(account)).until("document.querySelector('.lia-side, .lia-choices')");
        browser.open(container.address() + "/portal/" + path);
    }

    private static String button(String text) throws Exception {
        return String.format(BUTTON, Browser.quoted(text));
    }

    private BureauPagesIT click(String text) throws Exception {
        browser.until(button(text)).evaluate(button(text) + ".click()");
        return this;
    }

    private BureauPagesIT set(String label, String value) throws Exception {
        String there = "Array.from(document.querySelectorAll('main lia-field')).some((each) => each.label === "
                + Browser.quoted(label) + ")";
        browser.until(there).evaluate(SET + "(" + Browser.quoted(label) + ", " + Browser.quoted(value) + ")");
        return this;
    }

    private BureauPagesIT shows(String text) throws Exception {
        browser.shows(text);
        return this;
    }
}
