package org.liaison.registration.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.console.WideTable;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Certificates;

/** {@code registration:print-queue}: certificates to be printed, or those of another state. */
@Service
@Command(scope = "registration", name = "print-queue", description = "待制证")
public final class PrintQueueCommand extends RegistrationAction {
    @Option(name = "--state", description = "登记证状态，默认为待制证")
    @Completion(value = CertificateStateCompleter.class)
    String state = CertificateState.TO_PRINT.name();

    @Option(name = "--city", description = "驻在城市代码")
    String city;

    @Option(name = "--claim", description = "MINE=我领取的，FREE=无人领取的")
    String claim;

    @Option(name = "--limit", description = "每页行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "上一页给出的续页标记")
    String after;

    @Reference(optional = true)
    Certificates certificates;

    @Override
    void run(Caller caller, PrintStream out) {
        CertificateFilter filter = new CertificateFilter(
                Words.code(CertificateState.class, "--state", state),
                city,
                Words.code(Claim.class, "--claim", claim),
                null,
                null);
        Page<CertificateRow> page = there(certificates).list(caller, filter, new PageRequest(limit, after));
        if (json) {
            json(out, page);
            return;
        }
        WideTable table = new WideTable("登记证号", "机构名称", "发证日期", "领取人");
        page.items().forEach(c -> table.row(c.number(), c.officeName(), c.issueDate(), c.claimedBy()));
        print(out, table, page.next());
    }
}
