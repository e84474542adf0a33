package org.liaison.platform.web.internal.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Opened;
import org.liaison.platform.web.internal.error.Problem;
import org.liaison.platform.web.internal.front.SessionCookie;
import org.liaison.platform.web.internal.me.MeResource.Right;

/** Login and logout of people (登录与会话), and one's own sessions. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private static final int LONGEST = 200;

    private final Supplier<Sessions> sessions;

    /** @param sessions gives the sessions, or throws {@code Unavailable} while they are away */
    public SessionsResource(Supplier<Sessions> sessions) {
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openSession",
            summary = "登录，会话令牌在Cookie中给出",
            security = {})
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = OpenedSession.class)))
    @ApiResponse(responseCode = "401", description = "账户或口令不正确")
    @ApiResponse(responseCode = "403", description = "还须动态口令（CODE_REQUIRED）")
    @ApiResponse(responseCode = "429", description = "已锁定，或登录过多")
    public Response open(
            @Parameter(hidden = true) @Context Caller caller,
            @Parameter(hidden = true) @Context HttpServletRequest request,
            SessionRequest body) {
        require("account", body == null ? null : body.account());
        require("password", body.password());
        Optional<Opened> opened = sessions.get()
                .open(new Sessions.Login(
                        body.account(),
                        body.password().toCharArray(),
                        body.code(),
                        body.acting(),
                        caller.source(),
                        request.getHeader("User-Agent")));
        if (opened.isEmpty()) {
            return Response.status(401)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(401, "LOGIN_FAILED", "账户或口令不正确，或者账户不可用"))
                    .build();
        }
        return Response.status(201)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(opened.get().token(), request))
                .entity(OpenedSession.of(opened.get()))
                .build();
    }

    private static void require(String field, String value) {
        if (value == null || value.isEmpty()) {
            throw Invalid.malformed(field, "REQUIRED", "必填");
        }
        if (value.length() > LONGEST) {
            throw Invalid.malformed(field, "TOO_LONG", "不得超过" + LONGEST + "个字符");
        }
    }

    @GET
    @Operation(operationId = "listOwnSessions", summary = "本人的会话，最近使用的在前")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public OwnSessions list(
            @Parameter(hidden = true) @Context Caller caller,
            @Parameter(hidden = true) @CookieParam(SessionCookie.NAME) String token) {
        return new OwnSessions(sessions.get().own(caller, token));
    }

    @DELETE
    @Path("current")
    @Operation(operationId = "logout", summary = "退出登录")
    @ApiResponse(responseCode = "204", description = "成功")
    public Response logout(
            @Parameter(hidden = true) @Context Caller caller,
            @Parameter(hidden = true) @Context HttpServletRequest request,
            @Parameter(hidden = true) @CookieParam(SessionCookie.NAME) String token) {
        sessions.get().logout(caller, token);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.none(request))
                .build();
    }

    @PUT
    @Path("current/acting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "chooseActing", summary = "选择本次会话的办理身份")
    @ApiResponse(responseCode = "204", description = "成功")
    public void act(
            @Parameter(hidden = true) @Context Caller caller,
            @Parameter(hidden = true) @CookieParam(SessionCookie.NAME) String token,
            Acting body) {
        require("acting", body == null ? null : body.acting());
        sessions.get().actAs(caller, token, body.acting());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "endOwnSession", summary = "结束本人的一个会话")
    @ApiResponse(responseCode = "204", description = "成功")
    public void end(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        sessions.get().endOwn(caller, id);
    }

    /**
     * A login.
     *
     * @param code code by time or recovery code of the second factor; null = none
     * @param acting the binding to act as, as in {@code Liaison-Office}; null = the only one, or chosen later
     */
    public record SessionRequest(String account, String password, String code, String acting) {
        @Override
        public String toString() {
            return "SessionRequest[]";
        }
    }

    /** What a session shall act as. */
    public record Acting(String acting) {}

    /** One's own sessions. */
    public record OwnSessions(List<Sessions.Session> items) {}

    /**
     * A session that was opened; its token is in the cookie alone.
     *
     * @param mustChange whether the password has to be changed before anything else
     * @param mustEnrol whether a second factor has to be set up before anything else
     * @param until when it ends however much it is used
     * @param idleSeconds after how long without use it ends
     */
    public record OpenedSession(
            String id,
            String account,
            String name,
            boolean mustChange,
            boolean mustEnrol,
            List<Right> bindings,
            Right acting,
            Instant until,
            long idleSeconds) {
        static OpenedSession of(Opened opened) {
            Caller caller = opened.caller();
            return new OpenedSession(
                    opened.id(),
                    caller.account(),
                    caller.name(),
                    opened.mustChange(),
                    opened.mustEnrol(),
                    caller.bindings().stream().map(Right::of).toList(),
                    caller.acting() == null ? null : Right.of(caller.acting()),
                    opened.until(),
                    opened.idleSeconds());
        }
    }
}
