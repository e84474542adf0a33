package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountFile;

/** A step on an account, on the version that the operator sees now. */
abstract class UserStep extends AccountAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Option(name = "--reason", required = true, description = "理由")
    String reason;

    @Option(name = "--dry-run", description = "只检查权限并显示账户，不办理")
    boolean dryRun;

    @Reference(optional = true)
    Operations operations;

    private final AccountEvent event;

    UserStep(AccountEvent event) {
        this.event = event;
    }

    @Override
    final void run(PrintStream out) {
        Caller caller = caller();
        AccountFile seen = there(administration).get(caller, account);
        if (dryRun) {
            String operation =
                    "platform.account." + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String checked = there(operations)
                    .read(
                            caller,
                            operation,
                            own -> "未" + event.label() + "：" + seen.account() + " " + seen.name() + " "
                                    + seen.state().label());
            out.println(checked);
            return;
        }
        show(out, done(caller, seen));
    }

    AccountFile done(Caller caller, AccountFile seen) {
        return there(administration).fire(caller, account, seen.version(), event, reason, null);
    }
}
