package org.liaison.platform.internal.security;

/** Settings of the login, {@code etc/org.liaison.security.cfg}. */
public @interface LoginSettings {
    String PID = "org.liaison.security";

    /** Wrong passwords that lock an account. */
    int lockAfter() default 5;

    /** Wrong passwords that lock a source, whatever accounts they were for. */
    int lockSourceAfter() default 50;

    /** Minutes that a lock lasts. */
    int lockMinutes() default 15;

    /** Minutes without a further wrong password after which the earlier ones are forgotten. */
    int forgetMinutes() default 15;

    /** Slow hashes at a time; 0 = half of the processors, at least one. */
    int hashes() default 0;

    /** Logins that may wait for a slow hash, those that have theirs included. */
    int hashPlaces() default 32;

    /** Minutes without use after which a session ends. */
    int sessionIdleMinutes() default 30;

    /** Hours after which a session ends however much it is used. */
    int sessionHours() default 12;

    /** Fewest characters of a password. */
    int passwordShortest() default 12;

    /** How many of lower case, upper case, digits and others must be in a password. */
    int passwordKinds() default 2;

    /** How many of the last passwords, the present one included, a new one must differ from. */
    int passwordHistory() default 5;

    /** Days after which a password must be changed; 0 = never. */
    int passwordDays() default 90;

    /** Roles that need a second factor, with commas between; empty = none. */
    String secondFactorRoles() default "";
}
