package org.liaison.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.UsernameToken;
import org.liaison.platform.web.SoapCalls;
import org.w3c.dom.Element;

public class SoapLoginTest {
    private static final String NAMES = " xmlns:w='http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-secext-1.0.xsd' xmlns:u='http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-utility-1.0.xsd'";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#";

    private final Caller caller = new Caller("li", "李", List.of(), null, Channel.SOAP, "127.0.0.1");
    private final Callers callers = mock(Callers.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final SoapLogin login = new SoapLogin(callers);

    @Before
    public void request() {
        lenient().when(request.getRemoteAddr()).thenReturn("127.0.0.1");
        lenient()
                .when(callers.login(any(), eq("127.0.0.1"), any()))
                .thenAnswer(
                        call -> call.<UsernameToken>getArgument(0).password().equals("pw")
                                ? Optional.of(caller)
                                : Optional.empty());
    }

    @Test
    public void knowsTheCaller_whenTheTokenIsRight() throws Exception {
        SoapMessage message = message(token("PasswordText", "pw", ""));

        login.handleMessage(message);

        assertThat(message.get(SoapCalls.CALLER)).isSameAs(caller);
    }

    @Test
    public void asksNobody_whenTheFrontLoggedIn() throws Exception {
        when(request.getAttribute(Caller.class.getName())).thenReturn(caller);
        SoapMessage message = message(null);

        login.handleMessage(message);

        assertThat(message.get(SoapCalls.CALLER)).isSameAs(caller);
        verifyNoInteractions(callers);
    }

    @Test
    public void passesTheChosenBinding_whenTheHeaderNamesOne() throws Exception {
        when(request.getHeader("Liaison-Office")).thenReturn("CLK@ALL");

        login.handleMessage(message(token("PasswordText", "pw", "")));

        verify(callers).login(any(), eq("127.0.0.1"), eq("CLK@ALL"));
    }

    @Test
    public void refuses_whenThereIsNoToken() {
        assertThat(refusal(null)).isEqualTo("LOGIN_REQUIRED");
    }

    @Test
    public void refuses_whenThePasswordIsWrong() {
        assertThat(refusal(token("PasswordText", "no", ""))).isEqualTo("LOGIN_FAILED");
    }

    @Test
    public void refuses_whatIsNoTokenOfTheProfile() {
        assertThat(refusal(token("PasswordText", "pw", "<u:Created>yesterday</u:Created>")))
                .isEqualTo("TOKEN_UNREADABLE");
        assertThat(refusal("<w:Security" + NAMES + "><w:UsernameToken><w:Username>li</w:Username>"
                        + "</w:UsernameToken></w:Security>"))
                .isEqualTo("TOKEN_UNREADABLE");
    }

    @Test
    public void refusalOfTheToken_isTheFault() {
        when(callers.login(any(), any(), any())).thenThrow(new Forbidden("TOKEN_REPLAYED", "用过"));

        assertThat(refusal(token("PasswordText", "pw", ""))).isEqualTo("TOKEN_REPLAYED");
    }

    /** Headers as zeep 4.2.1 and node-soap 1.13.0 made them, and as PHP's SoapVar and gSOAP's wsse plugin make them. */
    @Test
    public void headersOfForeignClients_areRead() throws Exception {
        String secret = "leg_" + "A".repeat(43);
        UsernameToken text = new UsernameToken("old.system", secret, false, null, null);
        String zeepDigest = "8/jGG8Atrbz/9058wfKqbaasYRs=";
        UsernameToken digest =
                new UsernameToken("old.system", zeepDigest, true, "YjVkMWM5ZTBhN2Yz", "2026-03-05T02:00:00+00:00");
        String then = "2026-11-25T21:19:49Z";
        assertThat(read("zeep-text")).isEqualTo(text);
        assertThat(read("zeep-digest")).isEqualTo(digest);
        assertThat(read("node-soap-text")).isEqualTo(new UsernameToken("old.system", secret, false, null, then));
        assertThat(read("node-soap-digest"))
                .isEqualTo(new UsernameToken(
                        "old.system", "vKjkAJ8e16+6Dz1xj8lzZracnWo=", true, "7e57Qw26Hnk+5+0L3idexQ==", then));
        assertThat(read("php-soapvar")).isEqualTo(text);
        assertThat(read("gsoap-text")).isEqualTo(text);
        assertThat(read("gsoap-digest")).isEqualTo(digest);
    }

    private UsernameToken read(String name) throws Exception {
        UsernameToken[] seen = new UsernameToken[1];
        when(callers.login(any(), any(), any())).thenAnswer(call -> {
            seen[0] = call.getArgument(0);
            return Optional.of(caller);
        });
        try (InputStream file = getClass().getResourceAsStream("/username-tokens/" + name + ".xml")) {
            login.handleMessage(message(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
        return seen[0];
    }

    @Test
    public void refuses_whenThePasswordComesOverTheOpenNetwork() {
        when(request.getRemoteAddr()).thenReturn("192.0.2.7");

        assertThat(refusal(token("PasswordText", "pw", ""))).isEqualTo("TLS_REQUIRED");
    }

    private String refusal(String token) {
        String[] code = new String[1];
        assertThatThrownBy(() -> login.handleMessage(message(token)))
                .isInstanceOf(Fault.class)
                .satisfies(e -> code[0] = ((LiaisonException) e.getCause()).code());
        return code[0];
    }

    private SoapMessage message(String token) throws Exception {
        SoapMessage message = new SoapMessage(new MessageImpl());
        message.put(AbstractHTTPDestination.HTTP_REQUEST, request);
        if (token != null) {
            Element security = StaxUtils.read(new StringReader(token)).getDocumentElement();
            message.getHeaders()
                    .add(new SoapHeader(new QName(security.getNamespaceURI(), security.getLocalName()), security));
        }
        return message;
    }

    private static String token(String type, String password, String more) {
        return "<w:Security" + NAMES + "><w:UsernameToken><w:Username>li</w:Username><w:Password Type='" + PROFILE
                + type + "'>" + password + "</w:Password>" + more + "</w:UsernameToken></w:Security>";
    }
}
