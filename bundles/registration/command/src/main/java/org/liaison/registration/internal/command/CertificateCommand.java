package org.liaison.registration.internal.command;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.PageRequest;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.Certificates;

/** {@code registration:certificate}: one certificate by its number. */
@Service
@Command(scope = "registration", name = "certificate", description = "一份登记证")
public final class CertificateCommand extends RegistrationAction {
    private static final int WIDTH = 64;

    @Argument(name = "number", description = "登记证号", required = true)
    String number;

    @Reference
    Certificates certificates;

    @Override
    void run(Caller caller, PrintStream out) {
        CertificateFilter filter = new CertificateFilter(null, null, null, null, number);
        List<CertificateRow> found =
                certificates.list(caller, filter, new PageRequest(1, null)).items();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        Certificate c = certificates.get(caller, found.get(0).id());
        if (json) {
            out.println(JsonText.of(c));
            return;
        }
        WideTable table = new WideTable("项目", "内容");
        row(table, "登记证号", c.number());
        row(table, "状态", c.state().label());
        row(table, "机构名称", c.name());
        row(table, "派出单位", c.dispatcher());
        row(table, "机构性质", c.nature());
        row(table, "建制级别", c.establishmentLevel());
        row(table, "办公地点", c.address());
        row(table, "负责人", c.head());
        row(table, "发证日期", c.issueDate());
        row(table, "领取人", c.claimedBy());
        c.copies().forEach(copy -> {
            row(table, copy.kind().label() + (copy.copyNo() == 0 ? "" : copy.copyNo()), copy.blankFormNo());
            copy.printLog().stream()
                    .filter(sheet -> sheet.spoiledAt() != null)
                    .forEach(sheet -> row(table, "废证", sheet.blankFormNo() + " " + sheet.spoilReason()));
        });
        if (c.receipt() != null) {
            row(table, "领证", c.receipt().receivedOn() + " " + c.receipt().receiver());
        }
        table.print(out, null);
    }

    private static void row(WideTable table, String label, Object value) {
        table.row(label, WideTable.cut(value == null ? "" : value.toString(), WIDTH));
    }
}
