package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.SecondFactor;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:user-factor-reset}: takes the second factor of somebody away who has lost it. */
@Service
@Command(scope = "platform", name = "user-factor-reset", description = "停用账户的双因素认证（本人遗失手机和恢复码时）")
public final class UserFactorResetCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Option(name = "--dry-run", description = "只检查，不停用")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Accounts accounts;

    @Reference(optional = true)
    Operations operations;

    @Reference(optional = true)
    SecondFactor factor;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        if (dryRun) {
            boolean there = there(operations).read(caller, "platform.user.second-factor", scope -> there(accounts)
                    .find(account)
                    .isPresent());
            out.println(there ? "检查通过，未停用：" + account : "没有此账户");
            return;
        }
        there(factor).reset(caller, account);
        out.println(json ? JsonText.of(new Reset(account)) : "已停用双因素认证：" + account);
    }

    /** What a script gets. */
    public record Reset(String account) {}
}
