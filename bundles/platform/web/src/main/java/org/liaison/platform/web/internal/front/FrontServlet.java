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
import org.liaison.platform.api.Networks;
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
    /** Where whoever types the bare name of the server wants to go. */
    private static final String PORTAL = "/portal/";

    // Whoever is not logged in yet gets little room and little time, and none of the others' places.
    private static final int OPENINGS = 64;
    private static final long OPENING_BYTES = 4096;
    private static final long OPENING_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final transient LivePublisher publisher;
    private final transient LoginDoor login;
    private final transient Entrance entrance;
    private final transient BodyLimit limit;
    private final transient Semaphore bodies;
    private final transient Semaphore openings = new Semaphore(OPENINGS);
    private final transient long bodyNanos;
    private final transient VisitLimit visits;
    private final transient Networks trusted;
    private final transient Path folder;

    @Activate
    public FrontServlet(
            BundleContext context, @Reference LivePublisher publisher, @Reference LoginDoor login, WebConfig config)
            throws IOException {
        this.login = login;
        entrance = new Entrance(login);
        this.publisher = publisher;
        limit = new BodyLimit(config.documentBytes(), config.uploadBytes());
        bodies = new Semaphore(config.bodies());
        bodyNanos = TimeUnit.SECONDS.toNanos(config.bodySeconds());
        visits = new VisitLimit(config.publicPerSource(), config.publicTotal(), System::nanoTime);
        trusted = Networks.parse(config.trustedProxies());
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
        Origin origin = Origin.note(request, trusted);
        Answers.secure(response, origin);
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        if (path.equals(HEALTH) || path.equals(READY)) {
            system(path, request, response);
            return;
        }
        if (path.equals("/") && request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", PORTAL);
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
                && !Entrance.contract(request)
                && !request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            Answers.problem(response, Problem.of(405, "METHOD_NOT_ALLOWED", "请以POST发送SOAP报文，接口说明在?wsdl"));
            return;
        }
        if (Entrance.opensSession(path, request)) {
            open(request, response, address.get());
            return;
        }
        Problem refusal = entrance.admit(path, request);
        if (refusal == null) {
            pass(request, response, address.get(), bodies, limit.of(request.getContentType()), bodyNanos);
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
        Origin origin = Origin.of(request);
        if (visits.admit(origin.network())) {
            request.setAttribute(Caller.class.getName(), Caller.anonymous(Channel.REST, origin.address()));
            new Exchange(request, response, address, publisher.waiting(address), () -> {}).withoutBody();
        } else {
            Answers.problem(request, response, Problem.of(new TooMany()));
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Address address) throws IOException {
        Problem refusal = Entrance.admitStranger(request);
        if (refusal == null) {
            pass(request, response, address, openings, OPENING_BYTES, OPENING_NANOS);
        } else {
            Answers.problem(response, refusal);
        }
    }

    private void pass(
            HttpServletRequest request,
            HttpServletResponse response,
            Address address,
            Semaphore places,
            long most,
            long nanos)
            throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            new Exchange(request, response, address, publisher.waiting(address), () -> {}).withoutBody();
        } else if (length > most) {
            Answers.problem(response, Answers.tooLarge(most));
        } else if (places.tryAcquire()) {
            long start = System.nanoTime();
            new Exchange(request, response, address, publisher.waiting(address), places::release)
                    .withBody(new Spool(folder, most), () -> System.nanoTime() - start > nanos);
        } else {
            Answers.problem(response, Problem.of(503, "BUSY", "同时提交的请求过多，请稍后再试"));
        }
    }
}
