package org.liaison.benchmarks.peers;

import java.io.StringReader;
import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.ws.Provider;
import javax.xml.ws.Service;
import javax.xml.ws.ServiceMode;
import javax.xml.ws.WebServiceContext;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.WebServiceProvider;
import javax.xml.ws.handler.MessageContext;
import org.liaison.platform.api.Channel;

/** The SOAP peer: a provider as one writes it on bare CXF. */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
public final class BareSoap implements Provider<Source> {
    private final Rows rows;
    private WebServiceContext call;

    BareSoap(Rows rows) {
        this.rows = rows;
    }

    /** Called once by the SOAP stack; the context speaks for the call of the current thread. */
    @Resource
    public void setCall(WebServiceContext call) {
        this.call = call;
    }

    @Override
    public Source invoke(Source request) {
        HttpServletRequest http = (HttpServletRequest) call.getMessageContext().get(MessageContext.SERVLET_REQUEST);
        if (!rows.login(http.getHeader("Authorization"), Channel.SOAP)) {
            throw new WebServiceException("login");
        }
        return new StreamSource(new StringReader(rows.answer("soap")));
    }
}
