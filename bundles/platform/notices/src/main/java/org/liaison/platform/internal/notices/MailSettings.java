package org.liaison.platform.internal.notices;

/** Settings of mail, {@code etc/org.liaison.notices.cfg}; the address comes from the platform's own. */
public @interface MailSettings {
    String PID = "org.liaison.notices";

    /** Host of the SMTP server; empty = no mail is sent. */
    String smtpHost() default "";

    /** Port of the SMTP server. */
    int smtpPort() default 587;

    /** STARTTLS (required), TLS (from the first byte) or NONE (only on a trusted network). */
    String smtpSecurity() default "STARTTLS";

    /** Account at the SMTP server; empty = none. */
    String smtpUser() default "";

    /** Its password. */
    String smtpPassword() default "";

    /** Address that mail comes from; required when smtpHost is set. */
    String from() default "";

    /** Address of the platform, of etc/org.liaison.platform.cfg, named at the end of a mail; empty = none. */
    String publicUrl() default "";
}
