package org.liaison.platform.web.internal.front;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.liaison.platform.web.internal.error.LogText;
import org.liaison.platform.web.internal.error.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way through the front: body in, into the address or into the line before it, answer out. Whoever
 * has the request at a moment is the only one to touch it.
 */
final class Exchange implements Line, BodyReader.Outcome {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Address address;
    private final Waiting waiting;
    private final Runnable end;
    private AsyncContext async;
    private Spool spool;

    /** @param end told once when the answer is complete */
    Exchange(HttpServletRequest request, HttpServletResponse response, Address address, Waiting waiting, Runnable end) {
        this.request = request;
        this.response = response;
        this.address = address;
        this.waiting = waiting;
        this.end = end;
    }

    /**
     * Takes the body in first.
     *
     * @param late whether it has taken too long by now
     */
    void withBody(Spool into, BooleanSupplier late) throws IOException {
        spool = into;
        detach();
        var in = request.getInputStream();
        in.setReadListener(new BodyReader(in, into, late, this));
    }

    /** Goes on without a body, on the calling thread when the address is open. */
    void withoutBody() {
        Served served = address.enter();
        if (served != null) {
            serve(served);
            finish();
            return;
        }
        detach();
        arrive();
    }

    @Override
    public void read() {
        async.start(this::arrive);
    }

    @Override
    public void failed(Problem problem) {
        fail(problem);
    }

    @Override
    public void proceed() {
        async.start(this::arrive);
    }

    @Override
    public void giveUp() {
        fail(Answers.away());
    }

    @Override
    public void gone() {
        fail(Answers.unknown());
    }

    private void detach() {
        async = request.startAsync(request, response);
        // The time a body may take, the waiting room and the connection's idle time bound it.
        async.setTimeout(0);
    }

    private void arrive() {
        while (true) {
            Served served = address.enter();
            if (served != null) {
                serve(served);
                finish();
                return;
            }
            switch (waiting.enter(address, this)) {
                case WAITS -> {
                    return;
                }
                case FULL -> {
                    fail(Answers.away());
                    return;
                }
                case OPEN -> {}
            }
        }
    }

    private void serve(Served served) {
        try (InputStream body = spool == null ? null : spool.content()) {
            served.serve(new SpooledRequest(request, body), response);
        } catch (IOException | RuntimeException e) {
            String id = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            if (response.isCommitted()) {
                LOG.debug("The answer to {} broke off", where(), e);
            } else {
                LOG.error("Unexpected error {} at {}", id, where(), e);
            }
            Answers.problem(request, response, Problem.internal(id));
        } finally {
            address.leave();
        }
    }

    private void fail(Problem problem) {
        Answers.problem(request, response, problem);
        finish();
    }

    /** What a log may say of the place: the path of a request without login may hold what opens the answer. */
    private String where() {
        Object open = request.getAttribute(Answers.ANONYMOUS);
        return open == null ? LogText.clean(request.getRequestURI()) : open.toString();
    }

    private void finish() {
        try {
            if (spool != null) {
                spool.close();
            }
        } catch (IOException e) {
            LOG.warn("A request body was left behind", e);
        } finally {
            end.run();
            if (async != null) {
                async.complete();
            }
        }
    }
}
