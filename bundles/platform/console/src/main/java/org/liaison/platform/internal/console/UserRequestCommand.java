package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.account.NewAccountRequest;

/** {@code platform:user-request}: asks for an account or a role; another person approves it. */
@Service
@Command(scope = "platform", name = "user-request", description = "申请账户或角色，由他人批准后办理")
public final class UserRequestCommand extends AccountAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Argument(index = 1, name = "name", required = true, description = "使用人姓名")
    String name;

    @Option(name = "--role", required = true, description = "角色，或“角色@范围”，如 CLK@CITY:370100")
    @Completion(RoleCompleter.class)
    String role;

    @Option(name = "--until", description = "有效期的最后一日，如 2026-12-31")
    String until;

    @Option(name = "--reason", description = "理由")
    String reason;

    @Option(name = "--dry-run", description = "只检查权限和书写，不申请")
    boolean dryRun;

    @Reference(optional = true)
    Operations operations;

    @Override
    void run(PrintStream out) {
        NewAccountRequest wanted =
                new NewAccountRequest(account, name, binding(role).role(), scope(role), day("until", until), reason);
        if (dryRun) {
            String checked = there(operations)
                    .read(
                            caller(),
                            "platform.account-request.request",
                            own -> "检查通过，未申请：" + account + " " + name + " " + role);
            out.println(checked);
            return;
        }
        show(out, there(requests).request(caller(), wanted, null));
    }
}
