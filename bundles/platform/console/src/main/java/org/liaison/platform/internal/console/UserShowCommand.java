package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code platform:user-show}: one account with its roles. */
@Service
@Command(scope = "platform", name = "user-show", description = "查看账户及其角色")
public final class UserShowCommand extends AccountAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Override
    void run(PrintStream out) {
        show(out, there(administration).get(caller(), account));
    }
}
