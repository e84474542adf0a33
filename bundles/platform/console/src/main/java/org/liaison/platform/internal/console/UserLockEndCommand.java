package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.account.AccountEvent;

/** {@code platform:user-lock-end}: lets an account in again that an administrator has locked. */
@Service
@Command(scope = "platform", name = "user-lock-end", description = "解除安全管理员对账户的锁定")
public final class UserLockEndCommand extends UserStep {
    public UserLockEndCommand() {
        super(AccountEvent.UNLOCK);
    }
}
