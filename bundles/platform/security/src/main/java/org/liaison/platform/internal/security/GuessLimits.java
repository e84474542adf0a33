package org.liaison.platform.internal.security;

import java.time.Duration;

/**
 * The limits of wrong passwords.
 *
 * @param account of one account
 * @param source of one source; many people may stand behind it, so its pauses are short
 */
record GuessLimits(GuessLimit account, GuessLimit source) {
    private static final Duration SOURCE_PAUSE = Duration.ofSeconds(8);

    static GuessLimits of(LoginSettings settings) {
        Duration window = Duration.ofMinutes(settings.forgetMinutes());
        Duration lock = Duration.ofMinutes(settings.lockMinutes());
        return new GuessLimits(
                new GuessLimit(settings.lockAfter(), window, lock, lock),
                new GuessLimit(settings.lockSourceAfter(), window, lock, SOURCE_PAUSE));
    }
}
