package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.RequestEvent;

/** {@code platform:user-reject}: rejects a request; the words are required. */
@Service
@Command(scope = "platform", name = "user-reject", description = "不予批准账户申请")
public final class UserRejectCommand extends RequestStep {
    @Option(name = "--text", description = "意见")
    String text;

    public UserRejectCommand() {
        super(RequestEvent.REJECT);
    }

    @Override
    void run(PrintStream out, Caller caller, AccountRequest seen) {
        show(out, there(requests).decide(caller, seen.id(), seen.version(), RequestEvent.REJECT, text, null));
    }
}
