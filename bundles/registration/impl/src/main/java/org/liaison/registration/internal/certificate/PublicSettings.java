package org.liaison.registration.internal.certificate;

/** Settings of the platform that concern certificates, {@code etc/org.liaison.platform.cfg}. */
public @interface PublicSettings {
    String PID = "org.liaison.platform";

    /** Address at which the public reaches the platform, e.g. {@code https://jg.example.gov.cn}; empty = none. */
    String publicUrl() default "";
}
