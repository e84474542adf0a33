package org.liaison.registration.internal.paper;

import static org.liaison.registration.internal.paper.Wording.of;
import static org.liaison.registration.internal.paper.Wording.text;

import java.util.List;
import java.util.stream.Collectors;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Review;

/** The Bureau's approval sheet (审批表), internal: the facts, what was found, what the three persons said. */
final class ApprovalSheet {
    private static final String TITLE = "驻省会城市办事机构备案登记审批表";

    private final Application application;
    private final Wording wording;

    ApprovalSheet(Application application, Wording wording) {
        this.application = application;
        this.wording = wording;
    }

    Sheet sheet() {
        return new Sheet(
                TITLE,
                Format.FORM,
                List.of(
                        FormSheet.title(TITLE),
                        FormSheet.head("申请编号：" + application.no(), "决定文号：" + text(application.decisionNo())),
                        table()),
                Footer.COUNTED,
                null);
    }

    private Table table() {
        Form form = application.form();
        return new Grid(26, 61, 26, 60)
                .row(12)
                .field("机构名称", form.name(), 3)
                .row(12)
                .field("派出单位", of(form.dispatcher(), Form.Dispatcher::name), 3)
                .row(9)
                .field("机构性质", wording.label("nature", form.nature()))
                .field("建制级别", wording.label("establishment-level", form.establishmentLevel()))
                .row(9)
                .field("驻在城市", wording.label("host-city", form.hostCity()))
                .field("负责人", of(form.head(), Form.Head::name))
                .row(9)
                .field("人员编制", wording.quotas(form.staffingQuota()), 3)
                .row(9)
                .field("办公地点", wording.address(form.hostCity(), form.address()), 3)
                .row(30)
                .field("主要业务", form.mainBusiness(), 3)
                .row(24)
                .field("申请材料", materials(), 3)
                .row(24)
                .field("系统提示", warnings(), 3)
                .row(34)
                .label("经办意见")
                .cell(Opinions.cell(application, "经办人", Opinions.CLERK, 3))
                .row(32)
                .label("审核意见")
                .cell(Opinions.cell(application, "审核人", Opinions.REVIEWER, 3))
                .row(32)
                .label("审批意见")
                .cell(Opinions.cell(application, "局领导", Opinions.LEADER, 3))
                .row(10)
                .field("登记编号", application.registrationNo())
                .field("登记证号", application.certificateNo())
                .table();
    }

    private String materials() {
        return wording.codes("material").stream()
                .map(kind -> kind.label() + "（" + files(kind.code()) + "份）")
                .collect(Collectors.joining("；"));
    }

    private int files(String code) {
        return application.materials().stream()
                .filter(material -> material.code().equals(code))
                .mapToInt(material -> material.files().size())
                .sum();
    }

    private String warnings() {
        String found = Wording.list(application.review().warnings(), Review.Warning::message);
        return found.isEmpty() ? "无" : found;
    }
}
