package org.liaison.platform.web.internal.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.notice.Inbox;
import org.liaison.platform.api.notice.Notice;
import org.liaison.platform.web.Versions;

/** One's own inbox (消息). */
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
    private final Supplier<Inbox> inbox;

    /** @param inbox gives the inbox, or throws {@code Unavailable} while it is away */
    public NoticesResource(Supplier<Inbox> inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(operationId = "listNotices", summary = "消息列表，新的在前")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<Notice> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        return inbox.get().list(caller, unread, new PageRequest(limit(limit), after));
    }

    @GET
    @Path("unread")
    @Operation(operationId = "countUnreadNotices", summary = "未读消息数，最多数到100")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Unread unread(@Parameter(hidden = true) @Context Caller caller) {
        return new Unread(inbox.get().unread(caller));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getNotice", summary = "查看消息")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Notice.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        return ok(inbox.get().get(caller, id));
    }

    @POST
    @Path("{id}/reading")
    @Operation(operationId = "readNotice", summary = "标为已读")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Notice.class)))
    public Response read(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key) {
        return ok(inbox.get().read(caller, id, Versions.required(ifMatch), key));
    }

    private static Response ok(Notice notice) {
        return Response.ok(notice).tag(Versions.tag(notice.version())).build();
    }

    private static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Invalid.malformed("limit", "LIMIT_RANGE", "每页行数应在1至200之间");
        }
    }

    /**
     * How many notices are unread.
     *
     * @param unread the number; 100 means 100 or more
     */
    public record Unread(int unread) {}
}
