package org.liaison.platform.web.internal.rest;

import java.util.Locale;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.web.internal.error.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error that leaves a resource, as a problem. What nobody foresaw is logged under an id and leaves only that. */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof LiaisonException ours) {
                return answer(Problem.of(ours)).build();
            }
        }
        if (error instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return web(web);
        }
        String id = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Unexpected error {}", id, error);
        return answer(Problem.internal(id)).build();
    }

    private static Response web(WebApplicationException error) {
        int status = error.getResponse().getStatus();
        Response.ResponseBuilder answer = answer(
                switch (status) {
                    case 404 -> Problem.of(404, "NO_SUCH_PATH", "没有这个地址，请对照接口说明");
                    case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "此地址不支持该方法");
                    case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "不能以所要求的格式回答");
                    case 415 -> Problem.of(415, "MEDIA_TYPE", "不支持该内容类型，请检查Content-Type");
                    default -> Problem.of(status, "BAD_REQUEST", "请求不符合接口说明");
                });
        Object allow = error.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == 503 || problem.status() == 429
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : answer;
    }
}
