package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.Delegations.HandedOver;
import org.liaison.platform.api.account.NewDelegation;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:delegate}: hands the acting right over during leave. */
@Service
@Command(scope = "platform", name = "delegate", description = "请假期间委托他人以本人身份办理")
public final class DelegateCommand extends DelegationAction {
    @Argument(index = 0, name = "account", required = true, description = "受托人账户名")
    String account;

    @Option(name = "--from", required = true, description = "第一日，如 2026-12-01")
    String from;

    @Option(name = "--until", required = true, description = "最后一日，如 2026-12-31")
    String until;

    @Option(name = "--reason", required = true, description = "理由")
    String reason;

    @Option(name = "--dry-run", description = "只检查权限，不委托")
    boolean dryRun;

    @Override
    void run(PrintStream out) {
        Caller caller = caller();
        NewDelegation wanted =
                new NewDelegation(account, AccountAction.day("from", from), AccountAction.day("until", until), reason);
        if (dryRun) {
            out.println(checked(caller, "give", "检查通过，未委托：" + account + " " + from + " 至 " + until));
            return;
        }
        HandedOver given = there(delegations).give(caller, wanted, null);
        out.println(json ? JsonText.of(given) : line(given.delegation()) + "；转交已领取的件 " + given.cases() + " 件");
    }
}
