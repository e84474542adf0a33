package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.BundleContext;

/** What whoever is not logged in hears: people are led to the portal, pages to their login, programs to HTTP Basic. */
public class FrontServletTest {
    private static final String PATH = "/api/platform/v1/me";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final Map<String, String> headers = new HashMap<>();
    private final FakeExchange.Body body = new FakeExchange.Body();
    private FrontServlet front;

    @Before
    public void open() throws IOException {
        BundleContext context = mock(BundleContext.class);
        when(context.getDataFile("bodies")).thenReturn(folder.newFolder());
        LivePublisher publisher = mock(LivePublisher.class);
        when(publisher.address(anyString())).thenReturn(Optional.empty());
        when(publisher.address(PATH)).thenReturn(Optional.of(new Address()));
        WebConfig config = mock(WebConfig.class);
        when(config.bodies()).thenReturn(1);
        when(config.trustedProxies()).thenReturn("");
        when(config.publicPerSource()).thenReturn(1);
        when(config.publicTotal()).thenReturn(1);
        front = new FrontServlet(context, publisher, mock(LoginDoor.class), config);
        when(response.getOutputStream()).thenReturn(body);
        doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
                .when(response)
                .setHeader(anyString(), anyString());
    }

    @Test
    public void theBareName_leadsToThePortal() throws IOException {
        front.service(request("GET", "/", null), response);

        verify(response).setStatus(302);
        assertThat(headers).containsEntry("Location", "/portal/");
    }

    @Test
    public void theBareName_isNoAddress_whenItIsWrittenTo() throws IOException {
        front.service(request("POST", "/", null), response);

        verify(response).setStatus(404);
        assertThat(headers).doesNotContainKey("Location");
    }

    @Test
    public void aScriptWithoutLogin_isToldSo_withoutTheChallengeThatOpensADialog() throws IOException {
        front.service(request("GET", PATH, "XMLHttpRequest"), response);

        verify(response).setStatus(401);
        assertThat(headers.get("WWW-Authenticate")).startsWith("Liaison-Session");
        assertThat(body.text()).contains("SESSION_ENDED");
    }

    @Test
    public void aProgramWithoutLogin_isChallenged() throws IOException {
        front.service(request("GET", PATH, null), response);

        verify(response).setStatus(401);
        assertThat(headers.get("WWW-Authenticate")).startsWith("Basic");
        assertThat(body.text()).contains("LOGIN_REQUIRED");
    }

    private static HttpServletRequest request(String method, String path, String script) {
        HttpServletRequest request = FakeExchange.request(method, path, "127.0.0.1");
        when(request.getHeader("X-Requested-With")).thenReturn(script);
        return request;
    }
}
