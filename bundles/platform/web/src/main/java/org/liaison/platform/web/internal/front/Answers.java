package org.liaison.platform.web.internal.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.liaison.platform.web.internal.error.Problem;
import org.liaison.platform.web.internal.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the front answers by itself. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final ObjectMapper JSON = Json.mapper();

    /** Attribute of a request without login: the address it is for, which is all of its path that a log may hold. */
    static final String ANONYMOUS = Answers.class.getName() + ".anonymous";

    private static final String SESSION_ENDED = "SESSION_ENDED";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>
            """;

    private Answers() {}

    /** Headers of every answer: nothing here is to be kept, framed, sniffed or run by a browser. */
    static void secure(HttpServletResponse response, Origin origin) {
        if (origin.confidential() && !origin.local()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    /** Answers an error: to people without login as a page, to all others as a problem. */
    static void problem(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        String accept = request.getHeader("Accept");
        if (request.getAttribute(ANONYMOUS) == null || accept == null || !accept.contains("text/html")) {
            problem(response, problem);
        } else if (begin(response, problem)) {
            // all words are ours: nothing of the request is in them
            byte[] page = PAGE.formatted(problem.title(), problem.title(), problem.detail())
                    .getBytes(StandardCharsets.UTF_8);
            send(response, "text/html;charset=UTF-8", page);
        }
    }

    /** Answers an error; does nothing when an answer is on its way already. */
    static void problem(HttpServletResponse response, Problem problem) {
        if (begin(response, problem)) {
            write(response, Problem.MEDIA_TYPE, problem);
        }
    }

    private static boolean begin(HttpServletResponse response, Problem problem) {
        if (response.isCommitted()) {
            return false;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        switch (problem.status()) {
            case 401 -> response.setHeader("WWW-Authenticate", challenge(problem));
            case 408, 413 -> response.setHeader("Connection", "close");
            case 429, 503 -> response.setHeader("Retry-After", "5");
            default -> {}
        }
        return true;
    }

    // A browser with a session shall go to the login page, not ask for a password by itself.
    private static String challenge(Problem problem) {
        return problem.code().equals(SESSION_ENDED)
                ? "Liaison-Session realm=\"Liaison\""
                : "Basic realm=\"Liaison\", charset=\"UTF-8\"";
    }

    /** Answers a value as JSON. */
    static void write(HttpServletResponse response, String type, Object value) {
        try {
            send(response, type, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] body) {
        response.setContentType(type);
        try {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
    }

    static Problem unknown() {
        return Problem.of(404, "NO_SUCH_PATH", "没有这个地址，请对照接口说明");
    }

    static Problem away() {
        return Problem.of(503, "UNAVAILABLE", "此接口暂时不可用，请稍后再试");
    }

    static Problem loginNeeded() {
        return Problem.of(401, "LOGIN_REQUIRED", "请以账户和口令登录");
    }

    static Problem sessionEnded() {
        return Problem.of(401, SESSION_ENDED, "会话已结束，请重新登录");
    }

    static Problem loginFailed() {
        return Problem.of(401, "LOGIN_FAILED", "账户或口令不正确，或者账户不可用");
    }

    static Problem tooLarge(long limit) {
        return Problem.of(413, "BODY_TOO_LARGE", "内容不得超过" + limit + "字节");
    }
}
