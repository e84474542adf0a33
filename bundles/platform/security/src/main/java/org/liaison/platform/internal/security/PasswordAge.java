package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How long a password may be used (密码有效期). Thread-safe. */
final class PasswordAge {
    private final FormerPasswords former;
    private final Clock clock;
    private final Optional<Duration> most;

    /** @param most empty = for ever */
    PasswordAge(FormerPasswords former, Clock clock, Optional<Duration> most) {
        this.former = former;
        this.clock = clock;
        this.most = most;
    }

    /** Whether the account has to choose another one; a one-time password has to be changed anyway. */
    boolean isOver(AccountTable.Stored stored) {
        return most.isPresent()
                && !stored.account().mustChange()
                && former.since(stored.account().account())
                        .filter(since -> clock.millis() - since >= most.get().toMillis())
                        .isPresent();
    }
}
