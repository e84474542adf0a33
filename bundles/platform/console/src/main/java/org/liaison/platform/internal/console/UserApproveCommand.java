package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.RequestEvent;

/** {@code platform:user-approve}: approves a request of another person. */
@Service
@Command(scope = "platform", name = "user-approve", description = "批准账户申请")
public final class UserApproveCommand extends RequestStep {
    @Option(name = "--text", description = "意见")
    String text;

    public UserApproveCommand() {
        super(RequestEvent.APPROVE);
    }

    @Override
    void run(PrintStream out, Caller caller, AccountRequest seen) {
        show(out, there(requests).decide(caller, seen.id(), seen.version(), RequestEvent.APPROVE, text, null));
    }
}
