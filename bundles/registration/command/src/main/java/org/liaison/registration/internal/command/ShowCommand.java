package org.liaison.registration.internal.command;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.console.WideTable;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Review;

/** {@code registration:show}: one application with all that was done and said on its way. */
@Service
@Command(scope = "registration", name = "show", description = "一件备案登记申请及其办理经过")
public final class ShowCommand extends RegistrationAction {
    @Argument(name = "id", description = "申请的编号（待办中的第一列）", required = true)
    String id;

    @Option(name = "--identity", description = "显示该路径的完整身份证号，如head.idNumber；须同时给出--reason", valueToShowInHelp = "")
    String identity;

    @Option(name = "--reason", description = "查看完整身份证号的理由，记入审计", valueToShowInHelp = "")
    String reason;

    @Reference(optional = true)
    Applications applications;

    @Override
    void run(Caller caller, PrintStream out) {
        if (identity != null) {
            String number = there(applications).viewIdentityNumber(caller, id, identity, reason);
            if (json) {
                json(out, new IdentityNumber(identity, number));
            } else {
                out.println(number);
            }
            return;
        }
        Application a = there(applications).get(caller, id);
        if (json) {
            json(out, a);
            return;
        }
        print(out, facts(a));
        if (!a.review().notices().isEmpty()) {
            out.println();
            print(out, defects(a.review().notices()));
        }
        out.println();
        print(out, history(a));
    }

    private WideTable facts(Application a) {
        WideTable table = new WideTable("项目", "内容");
        table.row("申请编号", a.no());
        table.row("机构名称", a.form() == null ? null : a.form().name());
        table.row("来源", label("source", a.source()));
        table.row("状态", a.state().label());
        table.row("时限", Times.whole(a.light()));
        table.row("领取人", a.claimedBy());
        table.row("首次提交", Times.minute(a.submittedFirstAt()));
        table.row("发文字号", a.decisionNo());
        table.row("登记编号", a.registrationNo());
        table.row("登记证号", a.certificateNo());
        a.materials()
                .forEach(m -> table.row(
                        "材料" + m.code(),
                        label("material", m.code()) + "，文件" + m.files().size() + "个"));
        Review review = a.review();
        review.warnings()
                .forEach(w -> table.row(
                        "提示" + w.no(), w.message() + (w.answer() == null ? "（未答复）" : "（答复：" + w.answer() + "）")));
        review.visits().forEach(v -> table.row("现场核实", visit(v)));
        Review.Proposal open = review.proposal();
        if (open != null) {
            table.row("待确认", open.name() + "提出" + open.event().label() + said(open.text()));
        }
        return table;
    }

    private static String visit(Review.Visit visit) {
        String who = String.join("、", visit.members());
        return visit.findings() == null
                ? who + "，尚未报告"
                : who + "，" + visit.findings().visitedOn()
                        + said(visit.findings().rooms());
    }

    private static String said(String text) {
        return text == null ? "" : "：" + text;
    }

    private static WideTable defects(List<Review.Notice> notices) {
        WideTable table = new WideTable("补正", "期限", "位置", "补正事项", "依据", "答复");
        notices.forEach(notice -> notice.defects()
                .forEach(d -> table.row(
                        notice.revision() + "-" + d.no(), notice.dueOn(), d.path(), d.text(), d.rule(), d.answer())));
        return table;
    }

    private static WideTable history(Application a) {
        WideTable table = new WideTable("时间", "办理人", "步骤", "办理后状态", "意见");
        a.opinions()
                .forEach(o -> table.row(
                        Times.minute(o.at()),
                        o.name() + (o.role() == null ? "" : "（" + o.role().label() + "）"),
                        o.event().label(),
                        o.state() == null ? null : o.state().label(),
                        o.text()));
        return table;
    }

    /** One number, whole. */
    record IdentityNumber(String path, String idNumber) {}
}
