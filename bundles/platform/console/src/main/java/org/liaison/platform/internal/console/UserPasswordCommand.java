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
import org.liaison.platform.api.console.JsonText;

/** {@code platform:user-password}: a new one-time password for somebody who lost the own one. */
@Service
@Command(scope = "platform", name = "user-password", description = "为账户重置一次性密码")
public final class UserPasswordCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Option(name = "--dry-run", description = "只检查，不重置")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Accounts accounts;

    @Reference(optional = true)
    Operations operations;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        if (dryRun) {
            boolean there = there(operations).read(caller, "platform.user.password", scope -> there(accounts)
                    .find(account)
                    .isPresent());
            out.println(there ? "检查通过，未重置：" + account : "没有此账户");
            return;
        }
        String password = there(accounts).resetPassword(caller, account);
        out.println(
                json
                        ? JsonText.of(new UserCreateCommand.Created(account, password))
                        : "已重置账户 " + account + "，一次性密码（只显示这一次）：" + password);
    }
}
