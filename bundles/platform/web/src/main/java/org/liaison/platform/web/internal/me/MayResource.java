package org.liaison.platform.web.internal.me;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.permission.Permissions;

/** The permission simulator (权限核查) for administrators. */
@Path("may")
@Produces(MediaType.APPLICATION_JSON)
public final class MayResource {
    private final Supplier<Permissions> permissions;

    /** @param permissions gives the simulator, or throws {@code Unavailable} while it is away */
    public MayResource(Supplier<Permissions> permissions) {
        this.permissions = permissions;
    }

    @GET
    @Operation(
            operationId = "may",
            summary = "权限核查：某账户能否进行某操作，依据权限表的哪一行",
            description = "操作为权限表中的名称，如registration.application.approve；给出id时还查该编号是否在账户的范围之内，不存在的编号与范围之外的编号答复相同")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Permissions.Answer may(
            @Parameter(hidden = true) @Context Caller caller,
            @Parameter(required = true) @QueryParam("account") String account,
            @Parameter(required = true) @QueryParam("operation") String operation,
            @QueryParam("id") String id) {
        return permissions.get().may(caller, required("account", account), required("operation", operation), id);
    }

    private static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw Invalid.malformed(name, "REQUIRED", "必填");
        }
        return value;
    }
}
