package org.liaison.registration.internal.paper;

import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Review.Defect;
import org.liaison.registration.api.Review.Notice;

/** One-time notice of correction (一次性补正告知书): everything that is to be mended, by when, and how to answer. */
final class CorrectionSheet {
    private static final String MATERIALS = "materials.";

    private final Application application;
    private final Notice notice;
    private final Wording wording;

    CorrectionSheet(Application application, Notice notice, Wording wording) {
        this.application = application;
        this.notice = notice;
        this.wording = wording;
    }

    Sheet sheet() {
        Official paper = new Official("备案登记申请一次性补正告知书")
                .number("申请编号：" + application.no())
                .to(application.form().name())
                .paragraph(wording.received(application)
                        + (notice.revision() > 1 ? "经审查第" + (notice.revision() - 1) + "次补正的内容，仍需补正。" : "经审查，需要补正。")
                        + "现将需要补正的全部内容一次性告知如下。")
                .heading("一、需要补正的内容");
        for (Defect defect : notice.defects()) {
            paper.paragraphs(item(defect));
        }
        return paper.heading("二、补正期限和方式")
                .paragraph("请于" + Dates.full(notice.dueOn()) + "前（含当日）登录管理平台，修改申请表或者重新上传材料，对以上"
                        + notice.defects().size() + "项逐项填写答复后重新提交。逾期未补正的，申请失效，可以重新申请。如有疑问，可以与我局联系（" + wording.contact()
                        + "）。")
                .signed(wording.bureau(), Wording.day(notice.at()))
                .sheet();
    }

    private String item(Defect defect) {
        String rule = defect.rule() == null || defect.rule().isBlank() ? "" : "（依据：" + defect.rule() + "）";
        return defect.no() + "．" + place(defect.path()) + "：" + defect.text() + rule;
    }

    private String place(String path) {
        return path.startsWith(MATERIALS)
                ? wording.label("material", path.substring(MATERIALS.length()))
                : FieldNames.of(path);
    }
}
