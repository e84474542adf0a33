package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.registration.api.Applications;

/** Full views of identity numbers (查看完整身份证号): a POST, because each leaves a record; the answer is kept nowhere. */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IdentityNumbersResource {
    private final Applications applications;

    public IdentityNumbersResource(Applications applications) {
        this.applications = applications;
    }

    @POST
    @Path("{id}/identity-number-views")
    @Operation(operationId = "viewIdentityNumber", summary = "查看完整身份证号，须说明理由，先记入审计再显示")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = IdentityNumber.class)))
    public Response view(
            @Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id, IdentityNumberView body) {
        IdentityNumberView view = Answers.body(body);
        String number = applications.viewIdentityNumber(caller, id, view.path(), view.reason());
        return Response.ok(new IdentityNumber(view.path(), number))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Which number of the form, e.g. {@code head.idNumber}, and why, at most 200 characters. */
    public record IdentityNumberView(String path, String reason) {}

    /** The number, whole. */
    public record IdentityNumber(String path, String idNumber) {}
}
