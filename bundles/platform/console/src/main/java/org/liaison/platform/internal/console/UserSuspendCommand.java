package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.account.AccountEvent;

/** {@code platform:user-suspend}: keeps an account out while its person is away. */
@Service
@Command(scope = "platform", name = "user-suspend", description = "停用账户")
public final class UserSuspendCommand extends UserStep {
    public UserSuspendCommand() {
        super(AccountEvent.SUSPEND);
    }
}
