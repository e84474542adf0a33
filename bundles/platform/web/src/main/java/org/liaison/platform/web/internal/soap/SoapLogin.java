package org.liaison.platform.web.internal.soap;

import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.wss4j.common.bsp.BSPEnforcer;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.UsernameToken;
import org.liaison.platform.web.SoapCalls;
import org.liaison.platform.web.internal.front.Login;
import org.liaison.platform.web.internal.front.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The login of a SOAP call: whom the front logged in by HTTP Basic, or a UsernameToken in the header. Only the header is
 * read, so the body stays a stream.
 */
public final class SoapLogin extends AbstractSoapInterceptor {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final QName SECURITY = new QName(WSSE, "Security");
    private static final QName ACTING = new QName("urn:liaison:platform:v1", "acting");
    private static final Logger LOG = LoggerFactory.getLogger(SoapLogin.class);

    private final Callers callers;

    public SoapLogin(Callers callers) {
        super(Phase.PRE_PROTOCOL);
        this.callers = callers;
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SECURITY, ACTING);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Object known = request.getAttribute(Caller.class.getName());
        try {
            message.put(SoapCalls.CALLER, known == null ? byToken(message, request) : known);
        } catch (LiaisonException e) {
            throw new Fault(e);
        }
    }

    private Caller byToken(SoapMessage message, HttpServletRequest request) {
        Element token = child(header(message, SECURITY), "UsernameToken");
        if (token == null) {
            throw new Forbidden("LOGIN_REQUIRED", "请以WS-Security UsernameToken或HTTP Basic登录");
        }
        Origin origin = Origin.of(request);
        origin.requireSecrecy();
        UsernameToken read = read(token);
        Element acting = header(message, ACTING);
        String as = acting == null
                ? request.getHeader(Login.ACTING)
                : acting.getTextContent().strip();
        return callers.login(read, origin.address(), as)
                .orElseThrow(() -> new Forbidden("LOGIN_FAILED", "账户或口令不正确，或者账户不可用"));
    }

    private static UsernameToken read(Element element) {
        try {
            var token = new org.apache.wss4j.dom.message.token.UsernameToken(element, true, new BSPEnforcer(true));
            if (token.getName() != null && token.getPassword() != null) {
                return new UsernameToken(
                        token.getName(), token.getPassword(), token.isHashed(), token.getNonce(), token.getCreated());
            }
        } catch (WSSecurityException e) {
            LOG.debug("no UsernameToken", e);
        }
        throw new Forbidden("TOKEN_UNREADABLE", "UsernameToken不符合WS-Security 1.1");
    }

    private static Element header(SoapMessage message, QName name) {
        Header header = message.getHeader(name);
        return header instanceof SoapHeader && header.getObject() instanceof Element element ? element : null;
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }
}
