package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.account.AccountEvent;

/** {@code platform:user-close}: closes an account for good. */
@Service
@Command(scope = "platform", name = "user-close", description = "注销账户，不可恢复")
public final class UserCloseCommand extends UserStep {
    public UserCloseCommand() {
        super(AccountEvent.CLOSE);
    }
}
