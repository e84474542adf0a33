package org.liaison.registration.internal.demo;

import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenOffice;

/**
 * One office (演示办事机构) with one account of each role that needs an office, a dispatching unit or a task: {@code hed},
 * {@code fil}, {@code dgv} and {@code ins}.
 */
final class DemonstrationOffice implements Seed {
    static final String HEAD = "hed";
    private static final String CLERK = "clk";
    static final OpenOffice REQUEST = new OpenOffice(
            "演示十堰市人民政府驻青岛办事处",
            "370200",
            new Form.Dispatcher(
                    "演示十堰市人民政府",
                    "2",
                    "3",
                    "420300",
                    null,
                    null,
                    new Form.UnitContact("演示联系人", "0719-8000000", "十堰市演示路1号", "442000"),
                    "演示十堰市机关事务服务中心"),
            "演政函〔2026〕1号",
            LocalDate.of(2026, 1, 5),
            HEAD,
            "演示负责人");

    private final Offices offices;
    private final DemonstrationAccounts accounts;

    DemonstrationOffice(Offices offices, DemonstrationAccounts accounts) {
        this.offices = offices;
        this.accounts = accounts;
    }

    @Override
    public void sow() {
        Office office = office();
        accounts.make(HEAD, "fil", "演示填报员", new Binding(Role.FIL, Scope.office(office.id()), null));
        accounts.make(
                CLERK,
                "dgv",
                "演示派出地查看",
                new Binding(Role.DGV, new Scope(Scope.Kind.DISPATCHER, office.dispatcherId()), null));
        accounts.make(CLERK, "ins", "演示检查员", new Binding(Role.INS, new Scope(Scope.Kind.TASK, "demonstration"), null));
        List.of(HEAD, "fil", "dgv", "ins").forEach(accounts::settle);
    }

    /** The office is found by its head: the account and the office were made in one act. */
    private Office office() {
        if (!accounts.isThere(HEAD)) {
            return offices.open(accounts.as(CLERK), REQUEST, null).office();
        }
        return offices.get(
                accounts.as(CLERK), accounts.as(HEAD).acting().scope().id());
    }
}
