package org.liaison.platform.web.internal.front;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.TooMany;
import org.liaison.platform.web.internal.error.Problem;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The only HTTP way in. Unknown paths are 404 at once; a request for a known address is logged in, its body is taken
 * in, and then it passes or waits for the interface that is being replaced.
 */
@Component(
        service = Servlet.class,
        configurationPid = WebConfig.PID,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.name=liaison",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class FrontServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String HEALTH = "/system/health";
    private static final String READY = "/system/ready";

    private final transient LivePublisher publisher;
    private final transient LoginDoor login;
    private final transient BodyLimit limit;
    private final transient Semaphore bodies;
    private final transient long bodyNanos;
    private final transient VisitLimit visits;
    private final transient Path folder;

    @Activate
    public FrontServlet(
            BundleContext context, @Reference LivePublisher publisher, @Reference LoginDoor login, WebConfig config)
            throws IOException {
        this.login = login;
        this.publisher = publisher;
        limit = new BodyLimit(config.documentBytes(), config.uploadBytes());
        bodies = new Semaphore(config.bodies());
        bodyNanos = TimeUnit.SECONDS.toNanos(config.bodySeconds());
        visits = new VisitLimit(config.publicPerSource(), config.publicTotal(), System::nanoTime);
        folder = context.getDataFile("bodies").toPath();
        Files.createDirectories(folder);
        File[] left = folder.toFile().listFiles();
        for (File file : left == null ? new File[0] : left) {
            // What a killed container left behind.
            Files.deleteIfExists(file.toPath());
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.secure(response);
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        if (path.equals(HEALTH) || path.equals(READY)) {
            system(path, request, response);
            return;
        }
        Optional<Address> address = publisher.address(path);
        if (address.isEmpty()) {
            Answers.problem(response, Answers.unknown());
            return;
        }
        if (address.get().anonymous()) {
            anonymous(request, response, address.get(), path);
            return;
        }
        if (path.startsWith("/ws/")
                && !contract(request)
                && !request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            Answers.problem(response, Problem.of(405, "METHOD_NOT_ALLOWED", "请以POST发送SOAP报文，接口说明在?wsdl"));
            return;
        }
        Problem refusal = login(path, request);
        if (refusal == null) {
            pass(request, response, address.get());
        } else {
            Answers.problem(response, refusal);
        }
    }

    /** Anonymous, for probes: health says that the front lives, ready that the login and every interface are there. */
    private void system(String path, HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Answers.problem(response, Problem.of(405, "METHOD_NOT_ALLOWED", "此地址不支持该方法"));
        } else if (path.equals(HEALTH) || (login.isThere() && publisher.complete())) {
            Answers.write(response, "application/json", Map.of("status", "UP"));
        } else {
            Answers.problem(response, Problem.of(503, "NOT_READY", "平台正在启动，或有接口正在更换"));
        }
    }

    /** For everybody: reads alone, within bounds; what the request brings as a login is not looked at. */
    private void anonymous(HttpServletRequest request, HttpServletResponse response, Address address, String path)
            throws IOException {
        int second = path.indexOf('/', 1);
        request.setAttribute(Answers.ANONYMOUS, second < 0 ? path : path.substring(0, second));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Answers.problem(request, response, Problem.of(405, "METHOD_NOT_ALLOWED", "此地址不支持该方法"));
            return;
        }
        String source = VisitLimit.source(request);
        if (visits.admit(source)) {
            request.setAttribute(Caller.class.getName(), Caller.anonymous(Channel.REST, source));
            new Exchange(request, response, address, publisher.waiting(address), () -> {}).withoutBody();
        } else {
            Answers.problem(request, response, Problem.of(new TooMany()));
        }
    }

    /** Puts the caller on the request. @return why not; null when the request may pass */
    private Problem login(String path, HttpServletRequest request) {
        boolean soap = path.startsWith("/ws/");
        if (soap && (!Login.attempted(request) || contract(request))) {
            // The envelope brings the login; the contract itself is no secret.
            return null;
        }
        if (!Login.attempted(request)) {
            return Answers.loginNeeded();
        }
        try {
            Optional<Caller> caller = Login.basic(request, login, soap ? Channel.SOAP : Channel.REST);
            caller.ifPresent(who -> request.setAttribute(Caller.class.getName(), who));
            return caller.isPresent() ? null : Answers.loginFailed();
        } catch (LiaisonException e) {
            return Problem.of(e);
        }
    }

    private static boolean contract(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("GET")
                && query != null
                && (query.equalsIgnoreCase("wsdl") || query.startsWith("wsdl=") || query.startsWith("xsd="));
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, Address address) throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            new Exchange(request, response, address, publisher.waiting(address), () -> {}).withoutBody();
            return;
        }
        long most = limit.of(request.getContentType());
        if (length > most) {
            Answers.problem(response, Answers.tooLarge(most));
        } else if (bodies.tryAcquire()) {
            long start = System.nanoTime();
            new Exchange(request, response, address, publisher.waiting(address), bodies::release)
                    .withBody(new Spool(folder, most), () -> System.nanoTime() - start > bodyNanos);
        } else {
            Answers.problem(response, Problem.of(503, "BUSY", "同时提交的请求过多，请稍后再试"));
        }
    }
}
