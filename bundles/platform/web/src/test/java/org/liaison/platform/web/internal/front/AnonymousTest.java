package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Role;
import org.osgi.framework.BundleContext;

/** What comes in without login: reads of an address that is declared public, and nothing else. */
public class AnonymousTest {
    private static final String PATH = "/verify/secret-token";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Address address = new Address();
    private final LoginDoor login = mock(LoginDoor.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final FakeExchange.Body body = new FakeExchange.Body();
    private Caller served;
    private FrontServlet front;

    @Before
    public void open() throws IOException {
        BundleContext context = mock(BundleContext.class);
        when(context.getDataFile("bodies")).thenReturn(folder.newFolder());
        LivePublisher publisher = mock(LivePublisher.class);
        when(publisher.address(PATH)).thenReturn(Optional.of(address));
        WebConfig config = mock(WebConfig.class);
        when(config.bodies()).thenReturn(1);
        when(config.trustedProxies()).thenReturn("");
        when(config.publicPerSource()).thenReturn(2);
        when(config.publicTotal()).thenReturn(10);
        front = new FrontServlet(context, publisher, login, config);
        address.open((request, answer) -> served = (Caller) request.getAttribute(Caller.class.getName()));
        when(response.getOutputStream()).thenReturn(body);
    }

    @Test
    public void publicAddress_isReadWithoutLogin_byThePublic() throws IOException {
        address.anonymous(true);
        front.service(request("GET", "Basic abc"), response);

        assertThat(served.is(Role.PUB)).isTrue();
        assertThat(served.bindings()).hasSize(1);
        verify(login, never()).login(any(), any(), any(), any(), any());
        verify(response).setHeader("X-Robots-Tag", "noindex, nofollow");
        verify(response).setHeader("Referrer-Policy", "no-referrer");
        verify(response).setHeader("Cache-Control", "no-store");
    }

    @Test
    public void addressIsRefused_whenItIsNotDeclaredPublic() throws IOException {
        front.service(request("GET", null), response);
        assertThat(served).isNull();
        verify(response).setStatus(401);
    }

    @Test
    public void publicAddress_isNotWritten() throws IOException {
        address.anonymous(true);
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"}) {
            front.service(request(method, null), response);
        }
        assertThat(served).isNull();
        verify(response, org.mockito.Mockito.times(5)).setStatus(405);
    }

    @Test
    public void refusal_isAPageForPeople_whenTheyComeTooOften() throws IOException {
        address.anonymous(true);
        for (int i = 0; i < 3; i++) {
            front.service(request("GET", null), response);
        }
        verify(response).setStatus(429);
        verify(response).setHeader(eq("Retry-After"), anyString());
        verify(response).setContentType("text/html;charset=UTF-8");
        assertThat(body.text()).contains("<h1>请求过多</h1>", "请求过多，请稍后再试").doesNotContain("secret-token");
        verify(response, never()).sendError(anyInt());
    }

    private static HttpServletRequest request(String method, String authorization) {
        HttpServletRequest request = FakeExchange.request(method, PATH, "203.0.113.9");
        when(request.getHeader("Accept")).thenReturn("text/html,*/*");
        when(request.getHeader("Authorization")).thenReturn(authorization);
        return request;
    }
}
