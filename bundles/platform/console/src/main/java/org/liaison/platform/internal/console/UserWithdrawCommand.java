package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.RequestEvent;

/** {@code platform:user-withdraw}: takes an own request back. */
@Service
@Command(scope = "platform", name = "user-withdraw", description = "撤回自己的账户申请")
public final class UserWithdrawCommand extends RequestStep {
    @Option(name = "--text", description = "意见")
    String text;

    public UserWithdrawCommand() {
        super(RequestEvent.WITHDRAW);
    }

    @Override
    void run(PrintStream out, Caller caller, AccountRequest seen) {
        show(out, there(requests).decide(caller, seen.id(), seen.version(), RequestEvent.WITHDRAW, text, null));
    }
}
