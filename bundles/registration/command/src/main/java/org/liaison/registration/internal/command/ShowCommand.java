package org.liaison.registration.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Applications;

/** {@code registration:show}: one application. */
@Service
@Command(scope = "registration", name = "show", description = "一件备案登记申请")
public final class ShowCommand extends RegistrationAction {
    @Argument(name = "id", description = "申请的编号(待办中的第一列)", required = true)
    String id;

    @Option(name = "--identity", description = "显示该路径的完整身份证号,如head.idNumber;须同时给出--reason", valueToShowInHelp = "")
    String identity;

    @Option(name = "--reason", description = "查看完整身份证号的理由,记入审计", valueToShowInHelp = "")
    String reason;

    @Reference
    Applications applications;

    @Override
    void run(Caller caller, PrintStream out) {
        if (identity != null) {
            String number = applications.viewIdentityNumber(caller, id, identity, reason);
            out.println(json ? JsonText.of(new IdentityNumber(identity, number)) : number);
            return;
        }
        Application a = applications.get(caller, id);
        if (json) {
            out.println(JsonText.of(a));
            return;
        }
        WideTable table = new WideTable("项目", "内容");
        table.row("申请编号", a.no());
        table.row("机构名称", a.form() == null ? null : a.form().name());
        table.row("状态", a.state().label());
        table.row("领取人", a.claimedBy());
        table.row("首次提交", a.submittedFirstAt());
        table.row("发文字号", a.decisionNo());
        table.row("登记编号", a.registrationNo());
        table.row("登记证号", a.certificateNo());
        a.materials().forEach(m -> table.row("材料" + m.code(), m.files().size() + "个文件"));
        a.review().warnings().forEach(w -> table.row("提示", w.message()));
        a.opinions().forEach(o -> table.row(o.event().label(), o.name() + ":" + (o.text() == null ? "" : o.text())));
        table.print(out, null);
    }

    /** One number, whole. */
    record IdentityNumber(String path, String idNumber) {}
}
