package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
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
        toReview(filing);

        enter("rev", page(filing));
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
        click("发证").shows("已发证，登记证有效");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void denial_hasItsReason_andTheReviewerCannotDecide() throws Exception {
        Filing filing = submitted();
        filing.agree();
        enter("rev", page(filing));
        browser.shows("等待局领导审批");
        assertThat(browser.evaluate("Boolean(" + button("准予备案") + ")").asBoolean())
                .isFalse();

        enter("ldr", page(filing));
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
        filing.keep(
                container.send(container
                        .request("clk", "/api/registration/v1/applications/" + filing.id)
                        .GET()),
                200);
        filing.bureau("clk", "ticks", "{\"contents\":[\"NAME\"]}");

        click("退回补正").shows("您填写的内容仍在");
        look("bureau-stale");
        click("退回补正").shows("现为：退回补正");
        assertThat(filing.read().at("/review/notices/0/defects/0/path").asText())
                .isEqualTo("phone");
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
        for (String content : new String[] {"机构名称", "机构性质", "主要业务", "建制级别", "人员编制"}) {
            set(content + "核对一致", "");
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
