package org.liaison.registration.internal.command;

import java.util.List;
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
public final class PrintQueueCommand extends PageAction<CertificateRow> {
    @Option(name = "--state", description = "登记证状态，默认为待制证")
    @Completion(value = CertificateStateCompleter.class)
    String state = CertificateState.TO_PRINT.name();

    @Option(name = "--claim", description = "MINE=我领取的，FREE=无人领取的")
    String claim;

    @Reference(optional = true)
    Certificates certificates;

    @Override
    Page<CertificateRow> page(Caller caller, PageRequest request) {
        CertificateFilter filter = new CertificateFilter(
                Words.code(CertificateState.class, "--state", state),
                city,
                Words.code(Claim.class, "--claim", claim),
                null,
                null);
        return there(certificates).list(caller, filter, request);
    }

    @Override
    WideTable table(List<CertificateRow> items) {
        WideTable table = new WideTable("登记证号", "机构名称", "发证日期", "领取人");
        items.forEach(c -> table.row(c.number(), c.officeName(), c.issueDate(), c.claimedBy()));
        return table;
    }
}
