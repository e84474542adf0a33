package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests.CarriedOut;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:role-grant}: carries an approved request out: a new account with the role, or the role alone. */
@Service
@Command(scope = "platform", name = "role-grant", description = "办理已批准的申请：建立账户或授予角色")
public final class RoleGrantCommand extends RequestStep {
    public RoleGrantCommand() {
        super(RequestEvent.CARRY_OUT);
    }

    @Override
    void run(PrintStream out, Caller caller, AccountRequest seen) {
        CarriedOut done = there(requests).carryOut(caller, seen.id(), seen.version(), null);
        if (json) {
            out.println(JsonText.of(done));
            return;
        }
        out.println(line(done.request()));
        if (done.oneTimePassword() != null) {
            out.println("一次性密码（只显示这一次）：" + done.oneTimePassword());
        }
    }
}
