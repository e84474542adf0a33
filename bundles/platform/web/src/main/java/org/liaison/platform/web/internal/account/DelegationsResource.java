package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
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
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.account.Delegation;
import org.liaison.platform.api.account.Delegations;
import org.liaison.platform.api.account.Delegations.HandedOver;
import org.liaison.platform.api.account.NewDelegation;
import org.liaison.platform.web.Versions;

/** Rights handed over during leave (请假委托), domain page 6.2 row 35. */
@Path("delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DelegationsResource {
    private final Supplier<Delegations> delegations;

    /** @param delegations gives the service, or throws {@code Unavailable} while it is away */
    public DelegationsResource(Supplier<Delegations> delegations) {
        this.delegations = delegations;
    }

    @POST
    @Operation(operationId = "delegate", summary = "请假期间委托他人以本人当前身份办理；自当日起的，已领取的件一并转交")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = HandedOver.class)))
    public Response give(
            @Parameter(hidden = true) @Context Caller caller,
            @HeaderParam("Idempotency-Key") String key,
            NewDelegation body) {
        HandedOver given = delegations.get().give(caller, Query.body(body), key);
        return Response.created(URI.create("delegations/" + given.delegation().id()))
                .entity(given)
                .tag(Versions.tag(given.delegation().version()))
                .build();
    }

    @GET
    @Operation(operationId = "listDelegations", summary = "本人委托和受托的记录，新的在前；审计员可见全部")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<Delegation> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        return delegations.get().list(caller, new PageRequest(Query.limit(limit), after));
    }

    @POST
    @Path("{id}/end")
    @Operation(operationId = "endDelegation", summary = "提前终止委托")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Delegation.class)))
    public Response end(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key) {
        Delegation ended = delegations.get().end(caller, id, Versions.required(ifMatch), key);
        return Response.ok(ended).tag(Versions.tag(ended.version())).build();
    }

    @POST
    @Path("{id}/take-over")
    @Operation(operationId = "takeOverDelegated", summary = "受托人以受托身份接收委托人已领取的件")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = HandedOver.class)))
    public Response takeOver(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key) {
        HandedOver taken = delegations.get().takeOver(caller, id, key);
        return Response.ok(taken)
                .tag(Versions.tag(taken.delegation().version()))
                .build();
    }
}
