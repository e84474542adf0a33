package org.liaison.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

public class PortalServletTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    private PortalServlet servlet;
    private String script;

    @Before
    public void serve() throws IOException {
        Path shell = folder.getRoot().toPath();
        Files.writeString(shell.resolve("index.html"), "<script type=\"importmap\">{}</script>@shell@");
        Files.createDirectories(shell.resolve("portal"));
        Files.writeString(shell.resolve("portal/app.js"), "export const a = 1;".repeat(20));
        Bundle bundle = TestBundle.of(1, shell, Map.of());
        BundleContext context = mock(BundleContext.class);
        when(context.getBundle()).thenReturn(bundle);
        PortalServlet.Settings settings = mock(PortalServlet.Settings.class);
        servlet = new PortalServlet(context, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), settings);
        script = "/portal/-/shell/" + Assets.read(bundle, "/portal/").digest() + "/app.js";
        when(response.getOutputStream()).thenReturn(new Kept());
        org.mockito.Mockito.doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
                .when(response)
                .setHeader(org.mockito.ArgumentMatchers.anyString(), org.mockito.ArgumentMatchers.anyString());
    }

    @Test
    public void anyPage_isTheIndex_neverKeptWithoutAsking() throws IOException {
        get("/portal/registration/offices/7");

        assertThat(sent.toString()).startsWith("<script type=\"importmap\">");
        assertThat(headers)
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY");
        assertThat(headers.get("Content-Security-Policy")).contains("script-src 'self' 'sha256-");
    }

    @Test
    public void aFile_isKeptForGood_andCompressedForWhoeverTakesIt() throws IOException {
        when(request.getHeader("Accept-Encoding")).thenReturn("gzip, deflate");
        get(script);

        assertThat(headers)
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding");
        assertThat(sent.size()).isLessThan(200);
        verify(response).setContentType("text/javascript;charset=UTF-8");
    }

    @Test
    public void aFileThatIsNotThere_isNotFound_andNotKept() throws IOException {
        get("/portal/-/shell/0123456789abcdef/app.js");

        verify(response).setStatus(404);
        assertThat(headers).containsEntry("Cache-Control", "no-store");
        assertThat(sent.size()).isZero();
    }

    @Test
    public void theBareName_leadsToThePortal() throws IOException {
        get("/portal");

        verify(response).setStatus(302);
        assertThat(headers).containsEntry("Location", "/portal/");
    }

    private void get(String path) throws IOException {
        when(request.getRequestURI()).thenReturn(path);
        servlet.doGet(request, response);
    }

    private final class Kept extends ServletOutputStream {
        @Override
        public void write(int value) {
            sent.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException();
        }
    }
}
