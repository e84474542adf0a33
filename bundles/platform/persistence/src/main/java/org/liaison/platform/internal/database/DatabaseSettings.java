package org.liaison.platform.internal.database;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which database, {@code etc/org.liaison.database.cfg}. Passwords stand in files of their own, never in a setting. */
@ObjectClassDefinition(id = DatabaseSettings.PID, name = "Liaison database")
public @interface DatabaseSettings {
    String PID = "org.liaison.database";

    /** {@code jdbc:postgresql://host:port/name}; empty = Derby inside the process, below the data directory. */
    String url() default "";

    /** Account of the running platform; it owns nothing. PostgreSQL only, as all below. */
    String user() default "liaison_app";

    /** File that holds the password of {@link #user()}; empty = none is sent. */
    String passwordFile() default "";

    /** Account that owns the schemas and changes them at a start. */
    String owner() default "liaison_owner";

    /** File that holds the password of {@link #owner()}; empty = none is sent. */
    String ownerPasswordFile() default "";

    /** Most connections of the running platform at one time. */
    int connections() default 20;
}
