package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.NewLegacyAccount;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.Networks.Network;
import org.liaison.platform.api.account.AccountState;

/** Accounts of the old systems (旧系统账户), domain page 6.3.7. */
@Path("legacy-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LegacyAccountsResource {
    private final Supplier<LegacyAccounts> accounts;

    /** @param accounts gives the service, or throws {@code Unavailable} while it is away */
    public LegacyAccountsResource(Supplier<LegacyAccounts> accounts) {
        this.accounts = accounts;
    }

    @GET
    @Operation(operationId = "listLegacyAccounts", summary = "旧系统账户，含已终止的，按账户名，至多500行")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public LegacyList list(@Parameter(hidden = true) @Context Caller caller) {
        return new LegacyList(
                accounts.get().list(caller).stream().map(LegacyAccount::of).toList());
    }

    @POST
    @Operation(operationId = "createLegacyAccount", summary = "为旧系统新建账户，密钥只出现这一次")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = IssuedSecret.class)))
    public Response create(@Parameter(hidden = true) @Context Caller caller, NewLegacyAccount body) {
        NewLegacyAccount wanted = Query.body(body);
        return issued(201, wanted.account(), accounts.get().create(caller, wanted));
    }

    @POST
    @Path("{account}/secret")
    @Operation(operationId = "renewLegacySecret", summary = "更换旧系统账户的密钥，旧密钥即刻失效，新密钥只出现这一次")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = IssuedSecret.class)))
    public Response renew(@Parameter(hidden = true) @Context Caller caller, @PathParam("account") String account) {
        return issued(200, account, accounts.get().renew(caller, account, false));
    }

    @POST
    @Path("{account}/end")
    @Operation(operationId = "endLegacyAccount", summary = "终止旧系统账户，不可恢复")
    @ApiResponse(responseCode = "204", description = "成功")
    public void end(@Parameter(hidden = true) @Context Caller caller, @PathParam("account") String account) {
        accounts.get().end(caller, account, false);
    }

    private static Response issued(int status, String account, String secret) {
        return Response.status(status)
                .entity(new IssuedSecret(account, secret))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Every account of an old system. */
    public record LegacyList(List<LegacyAccount> items) {}

    /**
     * An account of an old system; holds no secret.
     *
     * @param owner account of the person who answers for it
     * @param addresses networks it may come from, as CIDR
     * @param until last day in Asia/Shanghai
     * @param digest whether its secret is kept, encrypted, for PasswordDigest
     * @param usedAt when it last logged in, to the minute; null = never
     */
    public record LegacyAccount(
            String account,
            String name,
            AccountState state,
            String owner,
            List<ApiScope> scopes,
            List<String> addresses,
            LocalDate until,
            boolean digest,
            Instant usedAt) {
        static LegacyAccount of(Legacy legacy) {
            Terms terms = legacy.terms();
            return new LegacyAccount(
                    terms.account(),
                    terms.name(),
                    AccountState.valueOf(legacy.state()),
                    terms.owner(),
                    terms.scopes().stream().sorted().toList(),
                    terms.addresses().list().stream().map(Network::toString).toList(),
                    terms.until(),
                    terms.digest(),
                    legacy.used());
        }
    }

    /** A secret, shown once and never again. */
    public record IssuedSecret(String account, String secret) {
        @Override
        public String toString() {
            return "IssuedSecret[" + account + "]";
        }
    }
}
