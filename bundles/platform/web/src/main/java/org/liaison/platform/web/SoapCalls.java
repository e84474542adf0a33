package org.liaison.platform.web;

import java.util.Objects;
import javax.xml.ws.WebServiceContext;
import org.liaison.platform.api.Caller;

/** What a SOAP service asks about the call it is serving. */
public final class SoapCalls {
    /** Property of the message context that holds the {@link Caller}. */
    public static final String CALLER = Caller.class.getName();

    private SoapCalls() {}

    /**
     * Who calls.
     *
     * @param call the context injected into the implementor ({@code @Resource WebServiceContext}), on the serving thread
     */
    public static Caller caller(WebServiceContext call) {
        return Objects.requireNonNull(
                (Caller) call.getMessageContext().get(CALLER), "a SOAP call passed the door without a login");
    }
}
