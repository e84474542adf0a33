package org.liaison.registration.internal.paper;

import static org.liaison.registration.internal.paper.Wording.count;
import static org.liaison.registration.internal.paper.Wording.of;
import static org.liaison.registration.internal.paper.Wording.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Break;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Gap;
import org.liaison.platform.api.paper.Block.Row;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;
import org.liaison.platform.api.paper.Style;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Form.Deputy;

/** The application form (驻省会城市办事机构备案登记申请表), two A4 pages: fields ① to ⑬ of domain page 2.7. */
final class FormSheet {
    static final String TITLE = "驻省会城市办事机构备案登记申请表";

    private static final String HEAD_NUMBER = "head.idNumber";
    private static final Style NOTE = Style.of(Face.SONG, 9);

    private final Application application;
    private final Form form;
    private final Wording wording;
    private final Map<String, String> whole;

    /** @param whole identity numbers to be printed whole, by their paths in the form; the others stay masked */
    FormSheet(Application application, Wording wording, Map<String, String> whole) {
        this.application = application;
        this.form = application.form();
        this.wording = wording;
        this.whole = whole;
    }

    /** Paths of the identity numbers on the form. */
    static List<String> numbers(Form form) {
        List<String> paths = new ArrayList<>();
        if (form.head() != null && form.head().idNumber() != null) {
            paths.add(HEAD_NUMBER);
        }
        List<Deputy> deputies = form.deputies() == null ? List.of() : form.deputies();
        for (int i = 0; i < deputies.size(); i++) {
            if (deputies.get(i) != null && deputies.get(i).idNumber() != null) {
                paths.add(deputyNumber(i));
            }
        }
        return paths;
    }

    private static String deputyNumber(int row) {
        return "deputies[" + row + "].idNumber";
    }

    Sheet sheet() {
        return new Sheet(
                TITLE,
                Format.FORM,
                List.of(
                        title(TITLE),
                        head(
                                "申请编号：" + text(application.no()),
                                "填表日期：" + Dates.full(Wording.day(application.submittedFirstAt()))),
                        office(),
                        new Break(),
                        people(),
                        decisions(),
                        new Gap(2),
                        Text.of(
                                "填表说明：1.本表由驻省会城市办事机构据实填写，经负责人签字、派出单位盖章后提交。"
                                        + "2.机构名称应与派出地编制管理部门批准的名称一致。3.人员编制按批准文件填写，"
                                        + "实有人数不含聘用人员。4.填写不下的，接本表附页。",
                                NOTE)),
                Footer.COUNTED,
                null);
    }

    /** The title of a form. */
    static Text title(String words) {
        return Text.of(words, Style.of(Face.XIAOBIAOSONG, 18)).align(Align.CENTER);
    }

    /** The line between title and table: one thing at each edge. */
    static Table head(String left, String right) {
        return new Table(
                List.of(86.5, 86.5), List.of(Row.fixed(7, edge(left, Align.LEFT), edge(right, Align.RIGHT))), 0, 0);
    }

    private static Cell edge(String words, Align align) {
        return new Cell(List.of(Text.of(words, Style.LABEL).align(align)), List.of(), 1, 1, true, words);
    }

    private Table office() {
        Form.Approval approval = form.establishment();
        return new Grid(22, 36, 22, 35, 22, 36)
                .row(12)
                .field("机构名称", form.name(), 5)
                .row(12)
                .field("派出单位", of(form.dispatcher(), Form.Dispatcher::name), 5)
                .row(10.5)
                .field("机构性质", wording.label("nature", form.nature()))
                .field("建制级别", wording.label("establishment-level", form.establishmentLevel()))
                .field("驻在城市", wording.label("host-city", form.hostCity()))
                .row(10.5)
                .field("批准设立\n机关", of(approval, Form.Approval::body), 3)
                .field("批准日期", approval == null ? "" : Wording.date(approval.date()))
                .row(10.5)
                .field("批准设立\n文号", of(approval, Form.Approval::no), 3)
                .field("经费来源", wording.label("funding", form.funding()))
                .row(49)
                .field("主要业务", form.mainBusiness(), 5)
                .row(40)
                .field("主要职责", duties(), 5)
                .row(10.5)
                .field("人员编制", wording.quotas(form.staffingQuota()), 5)
                .row(8.5)
                .field("领导职数", count(form.leaderQuota(), "名"))
                .field("实有人数", count(form.staffInPost(), "人"))
                .field("聘用人数", count(form.hired(), "人"))
                .row(20)
                .field("内设机构", departments(), 5)
                .row(10.5)
                .field("办公地点", wording.address(form.hostCity(), form.address()), 3)
                .field("邮政编码", of(form.address(), Form.Address::postcode))
                .row(8.5)
                .field("办公电话", form.phone(), 3)
                .field("非营利性", Boolean.TRUE.equals(form.nonProfit()) ? "是" : "")
                .row(22)
                .field("办公用房", wording.premises("1", form.hostCity(), form.premises()), 5)
                .row(18)
                .field("附属用房", wording.premises("2", form.hostCity(), form.premises()), 5)
                .table();
    }

    private String duties() {
        return Wording.list(form.duties(), duty -> wording.label("duty-group", duty.group()) + "：" + text(duty.text()));
    }

    private String departments() {
        return Wording.rows(form.departments())
                .map(row -> text(row.name()) + (row.quota() == null ? "" : "（编制" + row.quota() + "名）"))
                .collect(Collectors.joining("、"));
    }

    private Table people() {
        Form.Head head = form.head();
        Form.Appointment appointment = head == null ? null : head.appointment();
        Form.PartyOrg party = form.partyOrg();
        return new Grid(11, 22, 36, 22, 30, 22, 30)
                .row(9)
                .side("负责人", 6)
                .field("姓名", of(head, Form.Head::name))
                .field("性别", wording.label("sex", of(head, Form.Head::sex)))
                .field("民族", wording.label("ethnic-group", of(head, Form.Head::ethnicGroup)))
                .row(9)
                .field("出生年月", head == null ? "" : month(head.birthDate()))
                .field("政治面貌", wording.label("political-status", of(head, Form.Head::politicalStatus)))
                .field("学历", wording.label("education", of(head, Form.Head::education)))
                .row(9)
                .field("职务", of(head, Form.Head::post))
                .field("职务层次", wording.label("leadership-rank", of(head, Form.Head::leadershipRank)))
                .field("手机", of(head, Form.Head::mobile))
                .row(9)
                .field("身份证号", whole.getOrDefault(HEAD_NUMBER, of(head, Form.Head::idNumber)), 3)
                .field("任职时间", head == null ? "" : Wording.date(head.inPostFrom()))
                .row(9)
                .field("任命文号", of(appointment, Form.Appointment::no), 3)
                .field("任命日期", appointment == null ? "" : Wording.date(appointment.date()))
                .row(44)
                .field("工作简历", career(head), 5)
                .row(18)
                .side("副职", 1)
                .cell(Cell.value("副职", deputies()).span(6, 1))
                .row(9)
                .side("党组织", 2)
                .field("类型", wording.label("party-org-kind", of(party, Form.PartyOrg::kind)))
                .field("书记", of(party, Form.PartyOrg::secretary))
                .field("正式党员", party == null ? "" : count(party.formalMembers(), "人"))
                .row(9)
                .field("上级党组织", of(party, Form.PartyOrg::superior), 5)
                .row(10)
                .cell(Cell.label("联系人").span(2, 1))
                .cell(Cell.value("联系人", of(form.contact(), Form.Contact::name)))
                .field("手机", of(form.contact(), Form.Contact::mobile), 3)
                .table();
    }

    private static String career(Form.Head head) {
        return Wording.list(
                head == null ? null : head.cv(),
                row -> month(row.from()) + "至" + (row.to() == null ? "今" : month(row.to())) + "　" + text(row.unit())
                        + "　" + text(row.post()));
    }

    private String deputies() {
        List<Deputy> rows = form.deputies() == null ? List.of() : form.deputies();
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i) != null)
                .mapToObj(i -> deputy(
                        rows.get(i),
                        whole.getOrDefault(deputyNumber(i), text(rows.get(i).idNumber()))))
                .collect(Collectors.joining("\n"));
    }

    private String deputy(Deputy row, String number) {
        return String.join(
                "　",
                text(row.name()),
                wording.label("sex", row.sex()),
                month(row.birthDate()),
                wording.label("political-status", row.politicalStatus()),
                text(row.post()),
                number);
    }

    private Table decisions() {
        Text day = right(Dates.full(null));
        Cell declared = new Cell(
                List.of(new Text("本表所填内容和所附材料真实、有效，本机构为非营利性办事机构。", Style.VALUE, Align.JUSTIFY, 2)),
                List.of(right("负责人签字：　　　　　　"), day),
                1,
                1,
                false,
                "声明");
        Cell dispatcher = new Cell(
                List.of(Text.of("派出单位意见：", Style.VALUE)), List.of(right("（盖章）　　　"), day), 2, 1, false, "派出单位意见");
        return new Grid(11, 54, 54, 54)
                .row(42)
                .side("申报意见", 1)
                .cell(declared)
                .cell(dispatcher)
                .row(48)
                .side("管理部门意见", 1)
                .cell(Opinions.cell(application, "经办", Opinions.CLERK, 1))
                .cell(Opinions.cell(application, "审核", Opinions.REVIEWER, 1))
                .cell(Opinions.cell(application, "审批", Opinions.LEADER, 1))
                .row(10)
                .cell(Cell.value("登记证号", "登记证号：" + text(application.certificateNo()))
                        .span(3, 1))
                .cell(Cell.value("发证日期", "发证日期：" + issued()))
                .table();
    }

    /** A denied filing has a day of decision and no certificate. */
    private String issued() {
        return application.certificateNo() == null ? "" : Wording.date(application.decisionDate());
    }

    private static Text right(String words) {
        return Text.of(words, Style.VALUE).align(Align.RIGHT);
    }

    private static String month(LocalDate day) {
        return day == null ? "" : month(YearMonth.from(day));
    }

    private static String month(YearMonth month) {
        return month == null ? "" : month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
