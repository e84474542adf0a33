package org.liaison.platform.web.internal.me;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.permission.Permissions;

/** Who is logged in, and the change of one's own password (domain page 3.11). */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final Accounts accounts;
    private final Supplier<Permissions> permissions;

    /** @param permissions gives what one may do, or throws {@code Unavailable} while it is away */
    public MeResource(Accounts accounts, Supplier<Permissions> permissions) {
        this.accounts = accounts;
        this.permissions = permissions;
    }

    @GET
    @Operation(operationId = "me", summary = "当前登录人及其办理身份")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Me get(@Parameter(hidden = true) @Context Caller caller) {
        return new Me(
                caller.account(),
                caller.name(),
                accounts.find(caller.account()).map(Account::mustChange).orElse(false),
                caller.bindings().stream().map(Right::of).toList(),
                caller.acting() == null ? null : Right.of(caller.acting()));
    }

    @GET
    @Path("operations")
    @Operation(
            operationId = "listOwnOperations",
            summary = "当前登录人以所选办理身份可以进行的操作",
            description = "操作为权限表中的名称；能否对某一件事项进行，还取决于该事项的状态和范围")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public OwnOperations operations(@Parameter(hidden = true) @Context Caller caller) {
        return new OwnOperations(List.copyOf(permissions.get().own(caller)));
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "修改本人密码")
    @ApiResponse(responseCode = "204", description = "成功")
    public void password(@Parameter(hidden = true) @Context Caller caller, Passwords passwords) {
        if (passwords == null || passwords.present() == null) {
            throw Invalid.malformed("present", "REQUIRED", "必填");
        }
        if (passwords.wanted() == null) {
            throw Invalid.malformed("wanted", "REQUIRED", "必填");
        }
        accounts.changePassword(
                caller, passwords.present().toCharArray(), passwords.wanted().toCharArray());
    }

    /**
     * Who is logged in.
     *
     * @param mustChange whether the password is a one-time password
     * @param bindings what the account may act as today
     * @param acting what this call acts as; left out when a choice is needed
     */
    public record Me(String account, String name, boolean mustChange, List<Right> bindings, Right acting) {}

    /**
     * A role within a scope.
     *
     * @param acting the value for the header {@code Liaison-Office}
     */
    public record Right(String role, String roleLabel, String scope, LocalDate until, String acting) {
        /** The same as people read it. */
        public static Right of(Binding binding) {
            return new Right(
                    binding.role().name(),
                    binding.role().label(),
                    binding.scope().toString(),
                    binding.until(),
                    binding.toString());
        }
    }

    /** What one may do, by the names of the permission tables, in their order. */
    public record OwnOperations(List<String> operations) {}

    /** A change of password. */
    public record Passwords(String present, String wanted) {
        @Override
        public String toString() {
            return "Passwords[]";
        }
    }
}
