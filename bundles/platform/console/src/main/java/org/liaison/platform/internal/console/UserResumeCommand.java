package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.account.AccountEvent;

/** {@code platform:user-resume}: lets a suspended account in again. */
@Service
@Command(scope = "platform", name = "user-resume", description = "恢复账户")
public final class UserResumeCommand extends UserStep {
    public UserResumeCommand() {
        super(AccountEvent.RESUME);
    }
}
