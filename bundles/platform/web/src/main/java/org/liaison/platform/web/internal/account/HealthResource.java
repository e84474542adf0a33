package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.HealthReport;
import org.liaison.platform.api.Operations;

/** How the platform is, for its administrators (平台状态), domain page 6.2 row 37. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final Supplier<Operations> operations;
    private final Supplier<HealthReport> report;

    /**
     * @param operations gives the service, or throws {@code Unavailable} while it is away
     * @param report likewise
     */
    public HealthResource(Supplier<Operations> operations, Supplier<HealthReport> report) {
        this.operations = operations;
        this.report = report;
    }

    @GET
    @Operation(operationId = "getHealth", summary = "平台各部分的状态和处理办法，有问题的在前")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public HealthList get(@Parameter(hidden = true) @Context Caller caller) {
        return new HealthList(operations.get().read(caller, "platform.status", scope -> report.get()
                .all()));
    }

    /** What was looked at. */
    public record HealthList(List<Health> items) {}
}
