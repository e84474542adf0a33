package org.liaison.platform.internal.security;

import java.time.Duration;

/**
 * How many wrong passwords are borne (口令错误限制). Beyond half of them each further one brings a pause, twice as long each
 * time; with the last one it is a lock.
 *
 * @param most the wrong password that locks
 * @param window how long a wrong password counts after the last one
 * @param lock how long a lock lasts
 * @param longestPause bound of a pause
 */
record GuessLimit(int most, Duration window, Duration lock, Duration longestPause) {
    GuessLimit {
        if (most < 1 || window.toMillis() < 1 || lock.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "a limit of logins must be positive: " + most + ", " + window + ", " + lock);
        }
    }

    /** How long nobody is let in after so many wrong passwords. */
    Duration pause(int failures) {
        if (failures >= most) {
            return lock;
        }
        int beyond = failures - most / 2;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(beyond - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
