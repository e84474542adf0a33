package org.liaison.platform.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A contribution to {@code platform:status} and {@code platform:doctor}: one thing that can be right or wrong. */
@ConsumerType
public interface HealthCheck {
    /** Looks at the thing now; fast (under a second), never throws. */
    Health check();

    /**
     * What was found.
     *
     * @param name what was looked at, Chinese, short
     * @param level OK, WARN or BAD
     * @param text what is so, Chinese
     * @param todo what the operator should do; null when nothing
     */
    record Health(String name, Level level, String text, String todo) {}

    /** How bad it is. */
    enum Level {
        OK,
        WARN,
        BAD
    }
}
