package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.Delegation;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:delegation-end}: ends an own delegation early. */
@Service
@Command(scope = "platform", name = "delegation-end", description = "提前终止委托")
public final class DelegationEndCommand extends DelegationAction {
    @Argument(index = 0, name = "delegation", required = true, description = "委托编号")
    String id;

    @Option(name = "--dry-run", description = "只检查权限并显示委托，不终止")
    boolean dryRun;

    @Override
    void run(PrintStream out) {
        Caller caller = caller();
        Delegation seen = there(delegations).get(caller, id);
        if (dryRun) {
            out.println(checked(caller, "end", "未终止。" + line(seen)));
            return;
        }
        Delegation ended = there(delegations).end(caller, id, seen.version(), null);
        out.println(json ? JsonText.of(ended) : line(ended));
    }
}
