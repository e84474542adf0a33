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
import org.liaison.platform.api.console.WideTable;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.Certificates;

/** {@code registration:certificate}: one certificate by its number. */
@Service
@Command(scope = "registration", name = "certificate", description = "一份登记证")
public final class CertificateCommand extends RegistrationAction {
    @Argument(name = "number", description = "登记证号", required = true)
    String number;

    @Reference(optional = true)
    Certificates certificates;

    @Override
    void run(Caller caller, PrintStream out) {
        CertificateFilter filter = new CertificateFilter(null, null, null, null, number);
        List<CertificateRow> found = there(certificates)
                .list(caller, filter, new PageRequest(1, null))
                .items();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        Certificate c = certificates.get(caller, found.get(0).id());
        if (json) {
            json(out, c);
            return;
        }
        WideTable table = new WideTable("项目", "内容");
        table.row("登记证号", c.number());
        table.row("状态", c.state().label());
        table.row("机构名称", c.name());
        table.row("派出单位", c.dispatcher());
        table.row("机构性质", c.nature());
        table.row("建制级别", c.establishmentLevel());
        table.row("办公地点", c.address());
        table.row("负责人", c.head());
        table.row("发证日期", c.issueDate());
        table.row("领取人", c.claimedBy());
        c.copies().forEach(copy -> {
            table.row(copy.kind().label() + (copy.copyNo() == 0 ? "" : copy.copyNo()), copy.blankFormNo());
            copy.printLog().stream()
                    .filter(sheet -> sheet.spoiledAt() != null)
                    .forEach(sheet -> table.row("废证", sheet.blankFormNo() + " " + sheet.spoilReason()));
        });
        if (c.receipt() != null) {
            table.row("领证", c.receipt().receivedOn() + " " + c.receipt().receiver());
        }
        print(out, table);
    }
}
