package org.liaison.platform.internal.paper;

/** Settings of the platform that concern paper, {@code etc/org.liaison.platform.cfg}. */
public @interface PressSettings {
    String PID = "org.liaison.platform";

    /** Folder of the Bureau's own font files. */
    String fonts() default "etc/fonts";

    /** Demonstration mode: every page says so. */
    boolean demo() default false;
}
