package org.liaison.platform.api.notice;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to send text messages (短信网关). The platform brings none: whoever has a contract with a carrier registers a service
 * of this type, and notices go out by it from then on. Thread-safe.
 */
@ConsumerType
public interface SmsGateway {
    /**
     * Hands a text message over; returns when the carrier has taken it.
     *
     * @param mobile 11 digits
     * @param text Chinese, without personal data
     * @param reference the same for every attempt to send this message, so that the carrier can drop a repeat
     * @throws IOException when it was not taken; it is tried again later
     */
    void send(String mobile, String text, String reference) throws IOException;
}
