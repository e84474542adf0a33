package org.liaison.platform.web.internal.front;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the front, {@code etc/org.liaison.web.cfg}. */
@ObjectClassDefinition(name = "Liaison web")
public @interface WebConfig {
    /** Name of the settings. */
    String PID = "org.liaison.web";

    @AttributeDefinition(
            description = "networks of proxies whose Forwarded and X-Forwarded headers are believed, CIDR, by comma")
    String trustedProxies() default "";

    @AttributeDefinition(description = "seconds a request waits for an interface that is being replaced")
    int waitSeconds() default 30;

    @AttributeDefinition(description = "requests that may wait at one time")
    int waitPlaces() default 500;

    @AttributeDefinition(description = "seconds the requests in flight have to end before an interface is destroyed")
    int drainSeconds() default 20;

    @AttributeDefinition(description = "seconds an address is remembered after its bundle was uninstalled")
    int graceSeconds() default 30;

    @AttributeDefinition(description = "largest JSON or XML body in bytes")
    long documentBytes() default 2 * 1024 * 1024;

    @AttributeDefinition(description = "largest upload in bytes: one file of 20 MB and its envelope")
    long uploadBytes() default 21 * 1024 * 1024;

    @AttributeDefinition(description = "seconds a body may take to come in: 20 MB over a line of 150 kbit/s")
    int bodySeconds() default 1200;

    @AttributeDefinition(description = "bodies that may be on their way in at one time")
    int bodies() default 200;

    @AttributeDefinition(description = "requests a minute without login from one source")
    int publicPerSource() default 60;

    @AttributeDefinition(description = "requests a minute without login from all sources")
    int publicTotal() default 600;

    @AttributeDefinition(description = "requests without login that may wait at one time")
    int publicWaitPlaces() default 50;
}
