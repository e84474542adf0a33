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
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;

/** {@code registration:queue}: applications by state, city and claim. */
@Service
@Command(scope = "registration", name = "queue", description = "备案登记申请待办")
public final class QueueCommand extends PageAction<ApplicationRow> {
    @Option(name = "--state", description = "申请状态")
    @Completion(value = StateCompleter.class)
    String state;

    @Option(name = "--claim", description = "MINE=我领取的，FREE=无人领取的")
    String claim;

    @Reference(optional = true)
    Applications applications;

    @Override
    Page<ApplicationRow> page(Caller caller, PageRequest request) {
        ApplicationFilter filter = new ApplicationFilter(
                Words.code(ApplicationState.class, "--state", state),
                city,
                Words.code(Claim.class, "--claim", claim),
                null,
                null,
                null);
        return there(applications).list(caller, filter, request);
    }

    @Override
    WideTable table(List<ApplicationRow> items) {
        WideTable table = new WideTable("编号", "申请编号", "机构名称", "状态", "时限", "领取人");
        items.forEach(a ->
                table.row(a.id(), a.no(), a.officeName(), a.state().label(), Times.brief(a.light()), a.claimedBy()));
        return table;
    }
}
