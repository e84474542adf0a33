package org.liaison.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The peer of the check page: a servlet without login, {@code /bare-page}. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/bare-page", "osgi.http.whiteboard.servlet.name=bare-page"})
public final class BarePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Rows rows;

    @Activate
    public BarePage(@Reference Rows rows) {
        this.rows = rows;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] page = rows.answer("page").getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
