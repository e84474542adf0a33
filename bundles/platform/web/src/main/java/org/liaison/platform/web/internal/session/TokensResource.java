package org.liaison.platform.web.internal.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.AccessTokens.AccessToken;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;

/** One's own access tokens (访问令牌). */
@Path("me/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private final Supplier<AccessTokens> tokens;

    /** @param tokens gives the tokens, or throws {@code Unavailable} while they are away */
    public TokensResource(Supplier<AccessTokens> tokens) {
        this.tokens = tokens;
    }

    @GET
    @Operation(operationId = "listTokens", summary = "本人的访问令牌，新的在前")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public OwnTokens list(@Parameter(hidden = true) @Context Caller caller) {
        return new OwnTokens(tokens.get().own(caller));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeToken", summary = "新建访问令牌，只显示这一次")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = MadeToken.class)))
    public Response make(@Parameter(hidden = true) @Context Caller caller, TokenRequest body) {
        if (body == null) {
            throw Invalid.malformed("", "BODY_REQUIRED", "请求内容不能为空");
        }
        AccessTokens.Made made = tokens.get()
                .make(caller, body.name(), body.acting(), Boolean.TRUE.equals(body.readOnly()), body.until());
        return Response.status(201)
                .entity(new MadeToken(made.token(), made.row()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeToken", summary = "撤销本人的一个访问令牌")
    @ApiResponse(responseCode = "204", description = "成功")
    public void revoke(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        tokens.get().revokeOwn(caller, id);
    }

    /**
     * A token that is wanted.
     *
     * @param name what it is for
     * @param acting the binding it acts under, as in {@code Liaison-Office}; null = the acting one
     * @param readOnly whether it may only read; null = no
     * @param until last day
     */
    public record TokenRequest(String name, String acting, Boolean readOnly, LocalDate until) {}

    /** A token that was made, in clear this once. */
    public record MadeToken(String token, AccessToken row) {
        @Override
        public String toString() {
            return "MadeToken[" + row + "]";
        }
    }

    /** One's own tokens. */
    public record OwnTokens(List<AccessToken> items) {}
}
