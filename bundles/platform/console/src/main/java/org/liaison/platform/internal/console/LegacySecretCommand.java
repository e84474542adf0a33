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

/** {@code platform:legacy-secret}: a new secret for an old system; the one before is worth nothing from then on. */
@Service
@Command(scope = "platform", name = "legacy-secret", description = "为旧系统账户更换密钥，旧密钥即刻失效")
public final class LegacySecretCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Option(name = "--dry-run", description = "只检查，不更换")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    LegacyAccounts accounts;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        String secret = there(accounts).renew(caller, account, dryRun);
        if (dryRun) {
            out.println("检查通过，未更换：" + account);
        } else {
            LegacyCreateCommand.print(out, json, "已更换密钥：", account, secret);
        }
    }
}
