package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.SecondFactor;
import org.liaison.platform.api.account.AccountAdministration;
import org.liaison.platform.api.account.AccountAdministration.Filter;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.account.RoleEnd;
import org.liaison.platform.web.Versions;

/** Accounts as administrators see and keep them (账户管理), domain page 3.11. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private static final Map<String, AccountEvent> STEPS = Map.of(
            "lock", AccountEvent.LOCK,
            "unlock", AccountEvent.UNLOCK,
            "suspension", AccountEvent.SUSPEND,
            "resumption", AccountEvent.RESUME,
            "closure", AccountEvent.CLOSE);

    private final Supplier<AccountAdministration> administration;
    private final Supplier<SecondFactor> factor;
    private final Accounts accounts;

    /**
     * @param administration gives the service, or throws {@code Unavailable} while it is away
     * @param factor likewise
     */
    public AccountsResource(
            Supplier<AccountAdministration> administration, Supplier<SecondFactor> factor, Accounts accounts) {
        this.administration = administration;
        this.factor = factor;
        this.accounts = accounts;
    }

    @GET
    @Operation(operationId = "listAccounts", summary = "账户列表，按账户名")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<AccountFile> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("state") String state,
            @QueryParam("role") String role,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        Filter filter =
                new Filter(Query.code(AccountState.class, "state", state), Query.code(Role.class, "role", role));
        return administration.get().list(caller, filter, new PageRequest(Query.limit(limit), after));
    }

    @GET
    @Path("{account}")
    @Operation(operationId = "getAccount", summary = "查看账户")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = AccountFile.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller, @PathParam("account") String account) {
        return ok(administration.get().get(caller, account));
    }

    @POST
    @Path("{account}/{step}")
    @Operation(operationId = "fireAccountStep", summary = "锁定、解锁、停用、恢复或注销账户")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = AccountFile.class)))
    public Response fire(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("account") String account,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"lock", "unlock", "suspension", "resumption", "closure"
                                            }))
                    @PathParam("step")
                    String step,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            Reason body) {
        if (!STEPS.containsKey(step)) {
            throw new NotFound();
        }
        String reason = body == null ? null : body.reason();
        return ok(administration.get().fire(caller, account, Versions.required(ifMatch), STEPS.get(step), reason, key));
    }

    @POST
    @Path("{account}/role-end")
    @Operation(operationId = "endRole", summary = "终止账户的一个角色")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = AccountFile.class)))
    public Response endRole(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("account") String account,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            RoleEnd body) {
        long version = Versions.required(ifMatch);
        return ok(administration.get().endRole(caller, account, version, Query.body(body), key));
    }

    @POST
    @Path("{account}/password-reset")
    @Operation(operationId = "resetPassword", summary = "重置一次性密码，只出现这一次")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = OneTimePassword.class)))
    public Response resetPassword(
            @Parameter(hidden = true) @Context Caller caller, @PathParam("account") String account) {
        return Response.ok(new OneTimePassword(account, accounts.resetPassword(caller, account)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{account}/second-factor-reset")
    @Operation(operationId = "resetSecondFactor", summary = "停用他人的双因素认证，用于手机和恢复码均已遗失的情形")
    @ApiResponse(responseCode = "204", description = "成功")
    public void resetSecondFactor(
            @Parameter(hidden = true) @Context Caller caller, @PathParam("account") String account) {
        factor.get().reset(caller, account);
    }

    private static Response ok(AccountFile file) {
        return Response.ok(file).tag(Versions.tag(file.version())).build();
    }

    /** Why it is done. */
    public record Reason(String reason) {}

    /** A password that its owner has to change. */
    public record OneTimePassword(String account, String oneTimePassword) {
        @Override
        public String toString() {
            return "OneTimePassword[" + account + "]";
        }
    }
}
