package org.liaison.platform.web.internal.soap;

import java.time.Instant;
import java.util.Optional;
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
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.cache.ReplayCache;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.web.SoapCalls;
import org.liaison.platform.web.internal.front.Login;
import org.liaison.platform.web.internal.front.Origin;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The login of a SOAP call: whom the front logged in by HTTP Basic, or a UsernameToken with PasswordText. A nonce or a
 * time in the token is checked when present. Only the header is read, so the body stays a stream.
 */
public final class SoapLogin extends AbstractSoapInterceptor {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final QName SECURITY = new QName(WSSE, "Security");
    private static final QName ACTING = new QName("urn:liaison:platform:v1", "acting");
    private static final int OLDEST_SECONDS = 300;
    private static final int FUTURE_SECONDS = 60;

    private final Callers callers;
    private final ReplayCache nonces = new MemoryReplayCache();

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
        if (read.getName() == null || read.getPassword() == null) {
            throw failed();
        }
        Element acting = header(message, ACTING);
        String as = acting == null
                ? request.getHeader(Login.ACTING)
                : acting.getTextContent().strip();
        Optional<Caller> caller =
                callers.login(read.getName(), read.getPassword().toCharArray(), Channel.SOAP, origin.address(), as);
        return caller.orElseThrow(SoapLogin::failed);
    }

    private UsernameToken read(Element element) {
        UsernameToken token;
        try {
            token = new UsernameToken(element, true, new BSPEnforcer(true));
        } catch (WSSecurityException e) {
            throw new Forbidden("TOKEN_UNREADABLE", "UsernameToken不符合WS-Security 1.1");
        }
        if (token.isHashed()) {
            throw new Forbidden("PASSWORD_DIGEST", "不支持PasswordDigest，请使用PasswordText");
        }
        if (token.getCreated() != null && !token.verifyCreated(OLDEST_SECONDS, FUTURE_SECONDS)) {
            throw new Forbidden("TOKEN_EXPIRED", "UsernameToken的时间已过期或与平台时间不符");
        }
        String nonce = token.getNonce();
        if (nonce != null) {
            synchronized (nonces) {
                if (nonces.contains(nonce)) {
                    throw new Forbidden("TOKEN_REPLAYED", "UsernameToken的Nonce已经用过");
                }
                nonces.add(nonce, Instant.now().plusSeconds(OLDEST_SECONDS + FUTURE_SECONDS));
            }
        }
        return token;
    }

    private static Forbidden failed() {
        return new Forbidden("LOGIN_FAILED", "账户或口令不正确，或者账户不可用");
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
