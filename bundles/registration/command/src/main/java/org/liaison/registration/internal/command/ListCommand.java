package org.liaison.registration.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.console.WideTable;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.OfficeFilter.Sort;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Offices;

/** {@code registration:list}: the register. */
@Service
@Command(scope = "registration", name = "list", description = "办事机构名录")
public final class ListCommand extends PageAction<Office> {
    @Argument(name = "q", description = "检索词：机构名称中任意两个以上相连的字，或者完整的登记编号、登记证号；选项写在检索词之前")
    String q;

    @Option(name = "--status", description = "机构状态")
    @Completion(value = StatusCompleter.class)
    String status;

    @Option(name = "--sort", description = "NAME=按名称，REGISTERED=最近登记在前")
    String sort;

    @Reference(optional = true)
    Offices offices;

    @Override
    Page<Office> page(Caller caller, PageRequest request) {
        OfficeFilter filter = new OfficeFilter(
                Words.code(OfficeStatus.class, "--status", status),
                city,
                null,
                null,
                q,
                Words.code(Sort.class, "--sort", sort));
        return there(offices).list(caller, filter, request);
    }

    @Override
    WideTable table(List<Office> items) {
        WideTable table = new WideTable("编号", "登记编号", "机构名称", "驻在城市", "状态", "登记日期");
        items.forEach(o -> table.row(
                o.id(),
                o.registrationNo(),
                o.name(),
                label("host-city", o.hostCity()),
                o.status().label(),
                o.registeredOn()));
        return table;
    }
}
