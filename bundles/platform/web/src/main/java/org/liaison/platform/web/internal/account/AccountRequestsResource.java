package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Map;
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
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.account.AccountRequests.CarriedOut;
import org.liaison.platform.api.account.NewAccountRequest;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;
import org.liaison.platform.web.Versions;

/** Requests for accounts and roles (账户申请), domain page 3.11. */
@Path("account-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountRequestsResource {
    private static final Map<String, RequestEvent> STEPS = Map.of(
            "approval", RequestEvent.APPROVE, "rejection", RequestEvent.REJECT, "withdrawal", RequestEvent.WITHDRAW);

    private final Supplier<AccountRequests> requests;

    /** @param requests gives the service, or throws {@code Unavailable} while it is away */
    public AccountRequestsResource(Supplier<AccountRequests> requests) {
        this.requests = requests;
    }

    @POST
    @Operation(operationId = "requestAccount", summary = "申请账户或角色")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = AccountRequest.class)))
    public Response request(
            @Parameter(hidden = true) @Context Caller caller,
            @HeaderParam("Idempotency-Key") String key,
            NewAccountRequest body) {
        AccountRequest made = requests.get().request(caller, Query.body(body), key);
        return Response.created(URI.create("account-requests/" + made.id()))
                .entity(made)
                .tag(Versions.tag(made.version()))
                .build();
    }

    @GET
    @Operation(operationId = "listAccountRequests", summary = "账户申请列表，新的在前")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<AccountRequest> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        return requests.get()
                .list(
                        caller,
                        Query.code(RequestState.class, "state", state),
                        new PageRequest(Query.limit(limit), after));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getAccountRequest", summary = "查看账户申请")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = AccountRequest.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        return ok(requests.get().get(caller, id));
    }

    @POST
    @Path("{id}/{step}")
    @Operation(operationId = "decideAccountRequest", summary = "批准、不予批准或撤回账户申请")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = AccountRequest.class)))
    public Response decide(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"approval", "rejection", "withdrawal"}))
                    @PathParam("step")
                    String step,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            Opinion body) {
        if (!STEPS.containsKey(step)) {
            throw new NotFound();
        }
        String text = body == null ? null : body.text();
        return ok(requests.get().decide(caller, id, Versions.required(ifMatch), STEPS.get(step), text, key));
    }

    @POST
    @Path("{id}/execution")
    @Operation(operationId = "carryOutAccountRequest", summary = "办理已批准的申请：建立账户或授予角色，一次性密码只出现这一次")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = CarriedOut.class)))
    public Response carryOut(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key) {
        CarriedOut done = requests.get().carryOut(caller, id, Versions.required(ifMatch), key);
        return Response.ok(done)
                .tag(Versions.tag(done.request().version()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response ok(AccountRequest request) {
        return Response.ok(request).tag(Versions.tag(request.version())).build();
    }

    /**
     * Words of a decision.
     *
     * @param text required for a rejection
     */
    public record Opinion(String text) {}
}
