package org.liaison.platform.internal.documents;

/** Settings of the platform that concern files, {@code etc/org.liaison.platform.cfg}. */
public @interface Settings {
    String PID = "org.liaison.platform";

    /** Directory of everything that is not the program; files lie in {@code files} below it. */
    String data() default "data";
}
