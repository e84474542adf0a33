package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.account.AccountEvent;

/** {@code platform:user-lock}: keeps an account out until it is unlocked. */
@Service
@Command(scope = "platform", name = "user-lock", description = "锁定账户")
public final class UserLockCommand extends UserStep {
    public UserLockCommand() {
        super(AccountEvent.LOCK);
    }
}
