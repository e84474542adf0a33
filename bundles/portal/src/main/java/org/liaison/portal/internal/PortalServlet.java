package org.liaison.portal.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Serves the portal (门户): static files alone, the same for everybody, from memory. What anybody may see or do is decided where
 * the pages ask for it, at the REST interfaces.
 */
@Component(
        service = Servlet.class,
        configurationPid = PortalServlet.PID,
        property = {"osgi.http.whiteboard.servlet.pattern=/portal/*", "osgi.http.whiteboard.servlet.name=liaison-portal"
        })
public final class PortalServlet extends HttpServlet {
    static final String PID = "org.liaison.platform";

    private static final long serialVersionUID = 1L;
    private static final String HOME = "/portal/";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final transient Site site;
    private final transient Clock clock;
    private final transient ModuleTracker modules;

    @Activate
    public PortalServlet(BundleContext context, @Reference Clock clock, Settings settings) throws IOException {
        this.clock = clock;
        site = new Site(context.getBundle(), settings.demo());
        modules = new ModuleTracker(context, site);
        modules.open();
    }

    @Deactivate
    void close() {
        modules.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        secure(request, response);
        if (!path.startsWith(HOME)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", HOME);
        } else if (path.equals(Site.STATIC + "site.json")) {
            response.setHeader("Cache-Control", "no-store");
            byte[] described = site.describe(clock.instant()).toString().getBytes(StandardCharsets.UTF_8);
            send(request, response, new Asset(described, "application/json"));
        } else if (path.startsWith(Site.STATIC)) {
            file(path.substring(Site.STATIC.length()), request, response);
        } else {
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Content-Security-Policy", site.policy());
            send(request, response, site.index());
        }
    }

    private void file(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> found = site.find(path);
        if (found.isEmpty()) {
            // perhaps a moment ago or in a moment: a module that is being replaced
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentLength(0);
        } else {
            response.setHeader("Cache-Control", FOR_GOOD);
            send(request, response, found.get());
        }
    }

    private static void secure(HttpServletRequest request, HttpServletResponse response) {
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", NOTHING);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
        response.setContentType(asset.type());
        byte[] content = asset.plain();
        if (asset.compressible()) {
            response.setHeader("Vary", "Accept-Encoding");
            String accepted = request.getHeader("Accept-Encoding");
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader("Content-Encoding", "gzip");
                content = asset.gzip();
            }
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** Settings of the platform that concern the pages, {@code etc/org.liaison.platform.cfg}. */
    public @interface Settings {
        /** Demonstration mode: every page says that nothing is real. */
        boolean demo() default false;
    }
}
