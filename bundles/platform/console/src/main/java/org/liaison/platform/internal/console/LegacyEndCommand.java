package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:legacy-end}: ends the account of an old system for good. */
@Service
@Command(scope = "platform", name = "legacy-end", description = "终止旧系统账户，不可恢复")
public final class LegacyEndCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Option(name = "--dry-run", description = "只检查，不终止")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    LegacyAccounts accounts;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        there(accounts).end(caller, account, dryRun);
        if (json) {
            out.println(JsonText.of(new Ended(account, !dryRun)));
        } else {
            out.println(dryRun ? "检查通过，未终止：" + account : "已终止账户 " + account);
        }
    }

    /** What a script gets. */
    public record Ended(String account, boolean ended) {}
}
