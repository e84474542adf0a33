package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.Delegations.HandedOver;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:delegation-take-over}: takes over what the giver has claimed. */
@Service
@Command(scope = "platform", name = "delegation-take-over", description = "以受托身份接收委托人已领取的件")
public final class DelegationTakeOverCommand extends DelegationAction {
    @Argument(index = 0, name = "delegation", required = true, description = "委托编号")
    String id;

    @Option(name = "--dry-run", description = "只检查权限并显示委托，不接收")
    boolean dryRun;

    @Override
    void run(PrintStream out) {
        Caller caller = caller();
        if (dryRun) {
            out.println(checked(
                    caller, "take-over", "未接收。" + line(there(delegations).get(caller, id))));
            return;
        }
        HandedOver taken = there(delegations).takeOver(caller, id, null);
        out.println(json ? JsonText.of(taken) : "已接收 " + taken.cases() + " 件。" + line(taken.delegation()));
    }
}
