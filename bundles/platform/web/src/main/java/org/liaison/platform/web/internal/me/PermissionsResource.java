package org.liaison.platform.web.internal.me;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.permission.Permissions;

/** The permission matrix (权限矩阵) for administrators. */
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionsResource {
    private final Supplier<Permissions> permissions;

    /** @param permissions gives the matrix, or throws {@code Unavailable} while it is away */
    public PermissionsResource(Supplier<Permissions> permissions) {
        this.permissions = permissions;
    }

    @GET
    @Operation(
            operationId = "listPermissions",
            summary = "权限矩阵：现有各模块的每个操作授予哪些角色，及于何处",
            description = "reach为ALL(全部，或本市)、OFFICE(本机构)、DISPATCHER(本派出单位)或TASK(本任务)；未列出的一律拒绝")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<Permissions.Row> list(@Parameter(hidden = true) @Context Caller caller) {
        return new Page<>(permissions.get().matrix(caller), null);
    }
}
