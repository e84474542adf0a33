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
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.AccessTokens.AccessToken;
import org.liaison.platform.api.Caller;

/** Everybody's access tokens (访问令牌), as the administrators see and revoke them. */
@Path("account-tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountTokensResource {
    private final Supplier<AccessTokens> tokens;

    /** @param tokens gives the tokens, or throws {@code Unavailable} while they are away */
    public AccountTokensResource(Supplier<AccessTokens> tokens) {
        this.tokens = tokens;
    }

    @GET
    @Operation(operationId = "listAccountTokens", summary = "一个账户或全部账户的访问令牌，新的在前，至多200行")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public TokenList list(@Parameter(hidden = true) @Context Caller caller, @QueryParam("account") String account) {
        return new TokenList(tokens.get().list(caller, Query.given(account)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeAccountToken", summary = "撤销一个访问令牌")
    @ApiResponse(responseCode = "204", description = "成功")
    public void revoke(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        tokens.get().revoke(caller, id);
    }

    /** Tokens that are there. */
    public record TokenList(List<AccessToken> items) {}
}
