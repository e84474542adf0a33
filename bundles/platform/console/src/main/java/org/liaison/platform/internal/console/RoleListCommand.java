package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:role-list}: the roles of an account. */
@Service
@Command(scope = "platform", name = "role-list", description = "账户的角色")
public final class RoleListCommand extends AccountAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Override
    void run(PrintStream out) {
        AccountFile file = there(administration).get(caller(), account);
        if (json) {
            out.println(JsonText.of(file.roles()));
            return;
        }
        roles(out, file);
    }
}
