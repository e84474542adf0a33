package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Session;

/** Everybody's sessions (登录会话), as the administrators see and end them. */
@Path("account-sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountSessionsResource {
    private final Supplier<Sessions> sessions;

    /** @param sessions gives the sessions, or throws {@code Unavailable} while they are away */
    public AccountSessionsResource(Supplier<Sessions> sessions) {
        this.sessions = sessions;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "一个账户或全部账户的登录会话，最近使用的在前，至多200行")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public SessionList list(@Parameter(hidden = true) @Context Caller caller, @QueryParam("account") String account) {
        return new SessionList(sessions.get().list(caller, Query.given(account)));
    }

    @DELETE
    @Operation(operationId = "endSessions", summary = "结束一个账户的全部会话")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Ended endAll(@Parameter(hidden = true) @Context Caller caller, @QueryParam("account") String account) {
        return new Ended(sessions.get().endAll(caller, Query.given(account)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "endSession", summary = "结束一个会话")
    @ApiResponse(responseCode = "204", description = "成功")
    public void end(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        sessions.get().end(caller, id);
    }

    /** Sessions that live. */
    public record SessionList(List<Session> items) {}

    /** How many sessions ended. */
    public record Ended(int sessions) {}
}
