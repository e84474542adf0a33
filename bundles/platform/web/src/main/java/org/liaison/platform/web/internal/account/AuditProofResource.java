package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Operations;

/** Proof of the audit trail (审计验证), domain page 6.2 row 36. */
@Path("audit/proof")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditProofResource {
    private final Supplier<Operations> operations;
    private final Supplier<AuditTrail> trail;

    /**
     * @param operations gives the service, or throws {@code Unavailable} while it is away
     * @param trail likewise
     */
    public AuditProofResource(Supplier<Operations> operations, Supplier<AuditTrail> trail) {
        this.operations = operations;
        this.trail = trail;
    }

    @GET
    @Operation(
            operationId = "proveAudit",
            summary = "验证审计记录是否完整、未被改动",
            description = "逐条验证全部记录，时间随记录数增长；faults为空即完整，unsealed为尚未封存的记录，最近一秒内的属正常。")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public AuditTrail.Proof prove(@Parameter(hidden = true) @Context Caller caller) {
        return operations.get().read(caller, "platform.audit.verify", scope -> trail.get()
                .verify(rows -> {}));
    }
}
