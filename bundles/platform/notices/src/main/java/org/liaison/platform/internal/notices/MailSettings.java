package org.liaison.platform.internal.notices;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of mail, {@code etc/org.liaison.notices.cfg}. */
@ObjectClassDefinition(id = MailSettings.PID, name = "Liaison notices")
public @interface MailSettings {
    String PID = "org.liaison.notices";

    @AttributeDefinition(description = "Host of the SMTP server; empty = no mail is sent")
    String smtpHost() default "";

    @AttributeDefinition(description = "Port of the SMTP server")
    int smtpPort() default 587;

    @AttributeDefinition(
            description = "STARTTLS (required), TLS (from the first byte) or NONE (only on a trusted network)")
    String smtpSecurity() default "STARTTLS";

    @AttributeDefinition(description = "Account at the SMTP server; empty = none")
    String smtpUser() default "";

    @AttributeDefinition(description = "Its password")
    String smtpPassword() default "";

    @AttributeDefinition(description = "Address that mail comes from; required when smtpHost is set")
    String from() default "";

    @AttributeDefinition(
            description =
                    "Address of the platform, of etc/org.liaison.platform.cfg, named at the end of a mail; empty = none")
    String publicUrl() default "";
}
