package org.liaison.registration.internal.paper;

import static org.liaison.registration.internal.paper.Wording.of;

import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Form;

/**
 * Templates for the dispatching unit (派出单位): the official letter with its five contents and the letter of commitment,
 * regulation 三（二）1 and 4. What the draft says stands in them, the rest is a line to write on.
 */
final class LetterSheets {
    private static final String SHORT = "＿＿＿＿＿＿";
    private static final String LONG = "＿＿＿＿＿＿＿＿＿＿＿＿";

    private final Form form;
    private final Wording wording;

    LetterSheets(Form form, Wording wording) {
        this.form = form;
        this.wording = wording;
    }

    Sheet letter() {
        return new Official("关于申请办理" + or(form.name(), LONG) + "\n备案登记的函")
                .to(wording.bureau())
                .paragraph("根据《关于加强和规范驻山东省会城市办事机构管理的意见》，经" + or(of(form.establishment(), Form.Approval::body), LONG)
                        + "批准（" + or(of(form.establishment(), Form.Approval::no), SHORT) + "），我单位设立"
                        + or(form.name(), LONG) + "，现申请办理备案登记。有关情况如下：")
                .paragraph("一、机构名称：" + or(form.name(), LONG) + "。")
                .paragraph("二、机构性质：" + or(wording.label("nature", form.nature()), SHORT) + "。")
                .paragraph("三、主要业务：" + sentence(or(form.mainBusiness(), LONG + LONG)))
                .paragraph("四、建制级别：" + or(wording.label("establishment-level", form.establishmentLevel()), SHORT) + "。")
                .paragraph("五、人员编制：" + or(wording.quotas(form.staffingQuota()), SHORT) + "。")
                .paragraph("该机构为非营利性办事机构。请予办理。")
                .signed(dispatcher(), null)
                .sheet();
    }

    Sheet commitment() {
        return new Official("关于" + or(form.name(), LONG) + "\n撤销后遗留问题的承诺函")
                .to(wording.bureau())
                .paragraph("我单位派驻" + or(wording.label("host-city", form.hostCity()), SHORT) + "的"
                        + or(form.name(), LONG) + "如被撤销，我单位承诺：")
                .paragraph("一、在撤销前持单位公函办理注销登记手续，交回《驻省会城市办事机构登记证》。")
                .paragraph("二、负责处理该机构撤销后的遗留问题，包括人员安置、办公用房退租或移交、国有资产处置、债权债务清理、" + "党组织关系和流动党员管理移交、档案移交、印章缴销等。")
                .paragraph("三、该机构撤销后未尽事宜和由此产生的责任，由我单位承担。")
                .paragraph("特此承诺。")
                .signed(dispatcher(), null)
                .sheet();
    }

    private String dispatcher() {
        return or(of(form.dispatcher(), Form.Dispatcher::name), "（派出单位名称）");
    }

    private static String or(String words, String blank) {
        return words == null || words.isBlank() ? blank : words;
    }

    private static String sentence(String words) {
        return words.endsWith("。") ? words : words + "。";
    }
}
