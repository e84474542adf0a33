package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.registration.api.Figures;
import org.liaison.registration.api.Statistics;

/** Figures (统计) within the caller's reach. */
@Path("figures")
@Produces(MediaType.APPLICATION_JSON)
public final class FiguresResource {
    private final Statistics statistics;

    public FiguresResource(Statistics statistics) {
        this.statistics = statistics;
    }

    @GET
    @Operation(operationId = "getFigures", summary = "统计", description = "本人可见范围内的办事机构、备案申请和办理时限，按驻在城市等分组计数；为零的组不列出")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Figures figures(@Parameter(hidden = true) @Context Caller caller) {
        return statistics.figures(caller);
    }
}
