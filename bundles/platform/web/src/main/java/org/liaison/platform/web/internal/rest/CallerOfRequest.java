package org.liaison.platform.web.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.liaison.platform.api.Caller;

/** Gives resource methods their {@code @Context Caller}: whom the front servlet logged in. */
@Provider
public final class CallerOfRequest implements ContextProvider<Caller> {
    @Override
    public Caller createContext(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Object caller = request.getAttribute(Caller.class.getName());
        if (caller == null) {
            throw new IllegalStateException("a REST call passed the door without a login");
        }
        return (Caller) caller;
    }
}
