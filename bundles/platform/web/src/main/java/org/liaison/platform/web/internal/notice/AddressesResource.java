package org.liaison.platform.web.internal.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.notice.Inbox;
import org.liaison.platform.api.notice.Inbox.Addresses;
import org.liaison.platform.web.Versions;

/** Where one wants to be told besides the inbox (通知地址). */
@Path("me/addresses")
@Produces(MediaType.APPLICATION_JSON)
public final class AddressesResource {
    private final Supplier<Inbox> inbox;

    /** @param inbox gives the inbox, or throws {@code Unavailable} while it is away */
    public AddressesResource(Supplier<Inbox> inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(operationId = "getAddresses", summary = "查看本人的通知地址")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = NoticeAddresses.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller) {
        return ok(inbox.get().addresses(caller));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putAddresses", summary = "修改本人的通知地址，为空即不接收")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = NoticeAddresses.class)))
    public Response put(
            @Parameter(hidden = true) @Context Caller caller,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            NoticeAddresses body) {
        long version = Versions.required(ifMatch);
        if (body == null) {
            throw Invalid.malformed("", "BODY_REQUIRED", "请求内容不能为空");
        }
        return ok(inbox.get().putAddresses(caller, new Addresses(body.email(), body.mobile(), version), key));
    }

    private static Response ok(Addresses addresses) {
        return Response.ok(new NoticeAddresses(addresses.email(), addresses.mobile()))
                .tag(Versions.tag(addresses.version()))
                .build();
    }

    /**
     * Addresses on the wire; the version is the ETag.
     *
     * @param email null = no mail
     * @param mobile 11 digits; null = no text messages
     */
    public record NoticeAddresses(String email, String mobile) {
        @Override
        public String toString() {
            return "NoticeAddresses[]";
        }
    }
}
