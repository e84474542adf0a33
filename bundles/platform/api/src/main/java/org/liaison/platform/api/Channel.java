package org.liaison.platform.api;

/** The way a call came in (渠道). */
public enum Channel {
    REST,
    SOAP,
    CONSOLE,
    SYSTEM
}
