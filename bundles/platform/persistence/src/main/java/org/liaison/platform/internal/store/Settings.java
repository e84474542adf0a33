package org.liaison.platform.internal.store;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the platform, {@code etc/org.liaison.platform.cfg}. */
@ObjectClassDefinition(id = Settings.PID, name = "Liaison platform")
public @interface Settings {
    String PID = "org.liaison.platform";

    /** Directory of everything that is not the program: keys, audit head, files. */
    String data() default "data";

    /** Directory of the keys; empty = {@code keys} below {@link #data}. */
    String keys() default "";

    /** Demonstration mode: accounts and data that are not real. */
    boolean demo() default false;

    /** Shift of the clock as ISO-8601 duration; only in demonstration mode. Empty = none. */
    String clockShift() default "";
}
