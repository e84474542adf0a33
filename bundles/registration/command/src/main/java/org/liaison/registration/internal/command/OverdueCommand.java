package org.liaison.registration.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.console.WideTable;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.Light.Colour;

/** {@code registration:overdue}: what the Bureau is late with or soon will be, of each of its clocks. */
@Service
@Command(scope = "registration", name = "overdue", description = "超期和红灯事项（受理、办理、发证）")
public final class OverdueCommand extends PageAction<ApplicationRow> {
    @Option(name = "--late", description = "只列出已超期的")
    boolean late;

    @Option(name = "--claim", description = "MINE=我领取的，FREE=无人领取的")
    String claim;

    @Reference(optional = true)
    Applications applications;

    @Override
    Page<ApplicationRow> page(Caller caller, PageRequest request) {
        Claim held = Words.code(Claim.class, "--claim", claim);
        ApplicationFilter filter =
                new ApplicationFilter(null, city, held, Lit.from(late ? Colour.OVERDUE : Colour.RED), null, null);
        return there(applications).list(caller, filter, request);
    }

    @Override
    WideTable table(List<ApplicationRow> items) {
        WideTable table = new WideTable("编号", "申请编号", "机构名称", "环节", "亮灯", "期限", "领取人");
        items.forEach(a -> {
            Light light = a.light();
            table.row(
                    a.id(),
                    a.no(),
                    a.officeName(),
                    light.kind().label(),
                    light.colour().label(),
                    Times.due(light),
                    a.claimedBy() == null ? "无人领取" : a.claimedBy());
        });
        return table;
    }

    @Override
    String nothing() {
        return late ? "没有超期事项" : "没有超期或红灯事项";
    }
}
