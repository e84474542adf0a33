package org.liaison.registration.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.CopyKind;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Review;

/** Every document as it looks on paper: as it comes, with every bound used up, with nothing in it. */
public class SheetsTest {
    @Test
    public void form_isTwoPages_andLooksAsExpected() throws IOException {
        Printed printed = looksLike("form", form(Cases.sample()));

        assertThat(printed.result().pages()).isEqualTo(2);
        assertThat(printed.text())
                .contains("驻省会城市办事机构备案登记申请表", "SQ-20260305-0007", "十堰市人民政府驻青岛办事处", "行政编制4名，工勤编制2名，共6名")
                .contains("租赁；青岛市市北区山东路105号；建筑面积851㎡，使用面积553.15㎡；租期2024年7月1日至2027年6月30日")
                .contains("材料齐全，名称与批准文件一致，拟准予备案。", "张经办", "2026年3月9日", "鲁驻登字第37020020260007号");
    }

    @Test
    public void form_isBlankForms_whenNothingIsTyped() throws IOException {
        Printed printed =
                looksLike("form-blank", new FormSheet(Cases.draft(Cases.empty()), Cases.wording(), Map.of()).sheet());

        assertThat(printed.result().pages()).isEqualTo(2);
        assertThat(printed.text()).doesNotContain("null");
    }

    @Test
    public void form_losesNothing_whenEveryBoundIsUsedUp() throws IOException {
        Form full = Cases.fullest();
        Printed printed = looksLike("form-full", form(full));

        // what is not on the two pages is on the 附页 after them
        String text = printed.text().replaceAll("（未完，接附页）|附页|主要职责|第\\d页共\\d页", "");
        assertThat(text).contains(full.name(), full.dispatcher().name(), full.mainBusiness());
        full.departments().forEach(department -> assertThat(text).contains(department.name()));
        assertThat(occurrences(printed.text(), "承担派出地党委政府委托的工作，")).isGreaterThan(240);
        within(printed, 11);
    }

    @Test
    public void form_showsMaskedNumbers_unlessTheyWereViewed() throws IOException {
        Form form = Cases.sample();
        Map<String, String> whole = Map.of("head.idNumber", "610101196810279078-WHOLE");

        Printed printed = Printed.of(new FormSheet(Cases.draft(form), Cases.wording(), whole).sheet());

        assertThat(printed.text()).contains("610101196810279078-WHOLE");
        assertThat(FormSheet.numbers(form)).contains("head.idNumber", "deputies[0].idNumber");
        assertThat(FormSheet.numbers(Cases.empty())).isEmpty();
    }

    @Test
    public void form_hasNoDayOfIssue_whenTheFilingIsDenied() throws IOException {
        Printed printed = Printed.of(new FormSheet(Cases.denied("名称未经批准。"), Cases.wording(), Map.of()).sheet());

        assertThat(printed.text()).contains("审批：名称未经批准。", "登记证号：发证日期：填表说明");
    }

    @Test
    public void letter_saysTheFiveContents_andLeavesRoomToWrite() throws IOException {
        Printed filled = looksLike("letter", new LetterSheets(Cases.sample(), Cases.wording()).letter());
        Printed blank = looksLike("letter-blank", new LetterSheets(Cases.empty(), Cases.wording()).letter());

        assertThat(filled.text())
                .contains("一、机构名称：十堰市人民政府驻青岛办事处。", "二、机构性质：行政机关派出机构。")
                .contains("四、建制级别：副县处级。", "五、人员编制：行政编制4名，工勤编制2名，共6名。")
                .contains("十编办〔2018〕36号");
        assertThat(blank.text()).contains("一、机构名称：＿＿＿＿").doesNotContain("null");
        within(filled, 26);
    }

    @Test
    public void commitment_isOfTheDispatcher() throws IOException {
        Printed printed = looksLike("commitment", new LetterSheets(Cases.sample(), Cases.wording()).commitment());

        assertThat(printed.text()).contains("我单位派驻青岛市的十堰市人民政府驻青岛办事处").contains("十堰市人民政府年月日");
    }

    @Test
    public void acceptance_listsTheMaterials() throws IOException {
        Printed printed =
                looksLike("acceptance", new NoticeSheets(Cases.approved(Cases.sample()), Cases.wording()).acceptance());

        assertThat(printed.text())
                .contains("受理编号：SQ-20260305-0007", "你单位2026年3月5日提交的", "20个工作日", "山东省机关事务管理局2026年3月6日")
                .contains("申请备案登记的公函十政函〔2026〕3号2026年3月5日1");
    }

    @Test
    public void correction_listsEveryDefect_withPlaceRuleAndDay() throws IOException {
        Application returned = Cases.returned(List.of(
                Cases.defect(1, "letter.establishmentLevel", "公函所列建制级别与批准文件不一致。", "三（二）1"),
                Cases.defect(2, "premises[0].leaseTo", "租期已满，请提供续租协议。", "三（二）2"),
                Cases.defect(3, "materials.M3b", "简历缺2019年至2021年的经历。", null)));
        Printed first = looksLike("correction", correction(returned, 0));
        Printed second = looksLike("correction-again", correction(returned, 1));

        assertThat(first.result().pages()).isEqualTo(1);
        assertThat(first.text())
                .contains("备案登记申请一次性补正告知书申请编号：SQ-20260305-0007十堰市人民政府驻青岛办事处：")
                .contains("1．公函建制级别：公函所列建制级别与批准文件不一致。（依据：三（二）1）")
                .contains("2．用房第1行租期终止日期：租期已满，请提供续租协议。（依据：三（二）2）")
                .contains("3．负责人工作简历：简历缺2019年至2021年的经历。")
                .contains("请于2026年3月27日前（含当日）登录管理平台", "对以上3项逐项填写答复")
                .contains("如有疑问，可以与我局联系（联系人：", "山东省机关事务管理局2026年3月6日");
        assertThat(second.text())
                .contains("经审查第1次补正的内容，仍需补正。", "1．撤销后遗留问题的承诺函：承诺函落款日期", "2026年4月7日前", "对以上1项逐项填写答复")
                .doesNotContain("2．", "null");
        within(first, 26);
    }

    @Test
    public void correction_losesNothing_whenTwentyDefectsAreLong() throws IOException {
        List<Review.Defect> defects = IntStream.rangeClosed(1, 20)
                .mapToObj(
                        no -> Cases.defect(no, "duties[" + no + "].text", no + "号" + Cases.words(496), "规".repeat(100)))
                .toList();

        Printed printed = Printed.of(correction(Cases.returned(defects), 0));

        String text = printed.text().replaceAll("—\\d+—", "");
        assertThat(defects).allSatisfy(defect -> assertThat(text)
                .contains(defect.no() + "．主要职责第" + (defect.no() + 1) + "行内容：" + defect.text() + "（依据：" + defect.rule()
                        + "）"));
        assertThat(printed.result().missing()).isEmpty();
        within(printed, 26);
    }

    @Test
    public void refusals_giveTheConfirmedReason_andWhomToAsk() throws IOException {
        String reason = "你单位为企业派驻机构，不属于《关于加强和规范驻山东省会城市办事机构管理的意见》规定的备案范围。";
        Printed intake = looksLike("refusal", new RefusalSheets(Cases.notAccepted(reason), Cases.wording()).intake());
        Printed denial = looksLike("denial", new RefusalSheets(Cases.denied(reason), Cases.wording()).denial());

        assertThat(intake.result().pages()).isEqualTo(1);
        assertThat(intake.text())
                .contains("备案登记申请不予受理告知书申请编号：SQ-20260305-0007", "你单位2026年3月5日提交的", reason)
                .contains("可以与我局联系（联系人：", "山东省机关事务管理局2026年3月10日")
                .doesNotContain("不在范围内。", "理由不充分。");
        assertThat(denial.result().pages()).isEqualTo(1);
        assertThat(denial.text()).contains("不予备案告知书鲁事管备〔2026〕7号", reason, "可以与我局联系（联系人：", "山东省机关事务管理局2026年3月12日");
        within(intake, 26);
    }

    @Test
    public void refusals_goOnOverThePage_whenTheReasonIsLong() throws IOException {
        String reason = Cases.words(250) + "\n\n" + Cases.words(248);

        for (Sheet sheet : List.of(
                new RefusalSheets(Cases.notAccepted(reason), Cases.wording()).intake(),
                new RefusalSheets(Cases.denied(reason), Cases.wording()).denial())) {
            Printed printed = Printed.of(sheet);
            assertThat(printed.text().replaceAll("—\\d+—", "")).contains(Cases.words(250), Cases.words(248));
            within(printed, 26);
        }
    }

    @Test
    public void signature_staysOnThePage_whenTheNameIsLongerThanALine() throws IOException {
        Form full = Cases.fullest();

        for (Sheet sheet : List.of(
                new LetterSheets(full, Cases.wording()).letter(),
                new LetterSheets(full, Cases.wording()).commitment())) {
            Printed printed = Printed.of(sheet);
            assertThat(printed.text().replaceAll("—\\d+—", ""))
                    .contains(full.dispatcher().name() + "年月日");
            within(printed, 26);
        }
    }

    @Test
    public void approval_saysWhatTheLeaderSaid_whenTheFilingIsDenied() throws IOException {
        Printed printed = Printed.of(new ApprovalSheet(Cases.denied("名称未经批准，不予备案。"), Cases.wording()).sheet());

        assertThat(printed.text()).contains("局领导：名称未经批准，不予备案。签字：王局长2026年3月12日");
    }

    @Test
    public void approval_carriesTheThreeOpinions() throws IOException {
        Printed printed =
                looksLike("approval", new ApprovalSheet(Cases.approved(Cases.sample()), Cases.wording()).sheet());

        assertThat(printed.result().pages()).isEqualTo(1);
        assertThat(printed.text())
                .contains("决定文号：鲁事管备〔2026〕7号", "拟准予备案。", "同意经办意见，报局领导审批。", "王局长", "370200-2026-0007")
                .contains("人均使用面积超过标准");
    }

    @Test
    public void certificate_looksAsExpected() throws IOException {
        for (CopyKind kind : CopyKind.values()) {
            Printed printed = looksLike("certificate-" + kind, Cases.certificate(Cases.face(kind), null));

            assertThat(printed.result().pages()).isEqualTo(1);
            assertThat(printed.text())
                    .contains("登记证", kind.label(), "鲁驻登字第37020020260007号", "十堰市人民政府驻青岛办事处", "高建")
                    .contains("山东省机关事务管理局", "2026年3月12日")
                    .doesNotContain(CertificateSheet.PREVIEW)
                    // the token stands in the QR code alone
                    .doesNotContain(Cases.TOKEN);
        }
    }

    @Test
    public void certificate_staysOnePageInItsFrame_whenEveryBoundIsUsedUp() throws IOException {
        for (CopyKind kind : CopyKind.values()) {
            Printed printed = looksLike(
                    "certificate-full-" + kind, Cases.certificate(Cases.fullestFace(kind), CertificateSheet.PREVIEW));

            assertThat(printed.result().pages()).isEqualTo(1);
            assertThat(printed.text()).contains(Cases.words(1000), Cases.words(120), CertificateSheet.PREVIEW);
            within(printed, 13);
        }
    }

    @Test
    public void certificate_leadsAPhoneToItsCheckPage() throws Exception {
        for (CopyKind kind : CopyKind.values()) {
            assertThat(Printed.of(Cases.certificate(Cases.face(kind), null)).code())
                    .isEqualTo("https://liaison.example.cn/verify/" + Cases.TOKEN);
            assertThat(Printed.of(Cases.certificate(Cases.fullestFace(kind), CertificateSheet.PREVIEW))
                            .code())
                    .isEqualTo(Cases.ADDRESS);
        }
    }

    @Test
    public void receipt_namesTheBlankForms() throws IOException {
        Printed printed =
                looksLike("receipt", new ReceiptSheet(Cases.certificate(CertificateState.PRINTED, null)).sheet());

        assertThat(printed.result().pages()).isEqualTo(1);
        assertThat(printed.text())
                .contains("领证签收单", "登记证号：鲁驻登字第37020020260007号", "正本空白证编号：SD000120", "副本空白证编号：SD000121");
    }

    @Test
    public void noDocument_namesANumberForTheRegulation() throws IOException {
        for (Sheet sheet : List.of(
                form(Cases.sample()),
                new LetterSheets(Cases.sample(), Cases.wording()).letter(),
                new NoticeSheets(Cases.approved(Cases.sample()), Cases.wording()).acceptance())) {
            assertThat(Printed.of(sheet).text()).doesNotContain("〔2023〕");
        }
    }

    private static Sheet correction(Application application, int round) {
        Review.Notice notice = application.review().notices().get(round);
        return new CorrectionSheet(application, notice, Cases.wording()).sheet();
    }

    private static Sheet form(Form form) {
        return new FormSheet(Cases.approved(form), Cases.wording(), Map.of()).sheet();
    }

    private static Printed looksLike(String name, Sheet sheet) throws IOException {
        Printed printed = Printed.of(sheet);
        assertThat(printed.result().missing()).isEmpty();
        assertThat(printed.differences(name)).as(name).isEmpty();
        return printed;
    }

    private static void within(Printed printed, double millimetres) throws IOException {
        // half a character may hang over: a closing sign is drawn in the left half of its square
        assertThat(printed.margins()).allSatisfy(margin -> assertThat(margin).isGreaterThan(millimetres - 3));
    }

    private static int occurrences(String text, String word) {
        return text.split(word, -1).length - 1;
    }
}
