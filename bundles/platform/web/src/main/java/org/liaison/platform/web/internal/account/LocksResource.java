package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Locks.Kind;
import org.liaison.platform.api.Locks.Lock;

/** Accounts and sources that wrong passwords have locked (登录锁定). */
@Path("locks")
@Produces(MediaType.APPLICATION_JSON)
public final class LocksResource {
    private final Supplier<Locks> locks;

    /** @param locks gives the service, or throws {@code Unavailable} while it is away */
    public LocksResource(Supplier<Locks> locks) {
        this.locks = locks;
    }

    @GET
    @Operation(operationId = "listLocks", summary = "因口令错误被锁定的账户和来源，至多200行")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public LockList list(@Parameter(hidden = true) @Context Caller caller) {
        return new LockList(locks.get().list(caller));
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "releaseLock", summary = "解除因口令错误造成的锁定")
    @ApiResponse(responseCode = "204", description = "成功")
    public void release(@Parameter(hidden = true) @Context Caller caller, Locked body) {
        Locked locked = Query.body(body);
        locks.get().unlock(caller, locked.kind(), locked.name());
    }

    /** What is locked now. */
    public record LockList(List<Lock> items) {}

    /**
     * What shall be locked no longer.
     *
     * @param name account, or network address as the list shows it
     */
    public record Locked(Kind kind, String name) {}
}
