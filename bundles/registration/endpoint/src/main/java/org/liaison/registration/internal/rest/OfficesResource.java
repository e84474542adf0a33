package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.api.OpenedOffice;

/** Offices (办事机构): opening one, and the register. */
@Path("offices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OfficesResource {
    private static final String SEARCH = "q为检索词，以空格分隔：机构名称中任意两个以上相连的字，或者完整的登记编号、登记证号；level为派出单位层级，nature为机构性质，只有已登记的才有；"
            + "sort为NAME(按名称)或REGISTERED(最近登记在前，只列已登记的)";

    private final Offices offices;

    public OfficesResource(Offices offices) {
        this.offices = offices;
    }

    @POST
    @Operation(operationId = "openOffice", summary = "开户")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = OpenedOffice.class)))
    public Response open(
            @Parameter(hidden = true) @Context Caller caller, @HeaderParam(Answers.KEY) String key, OpenOffice body) {
        OpenedOffice opened = offices.open(caller, Answers.body(body), key);
        return Response.created(URI.create("offices/" + opened.office().id()))
                .entity(opened)
                .tag(Versions.tag(opened.office().version()))
                .build();
    }

    @GET
    @Operation(operationId = "listOffices", summary = "办事机构名录", description = SEARCH)
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<Office> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("q") String q,
            @QueryParam("status") String status,
            @QueryParam("hostCity") String hostCity,
            @QueryParam("level") String level,
            @QueryParam("nature") String nature,
            @QueryParam("sort") String sort,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        OfficeFilter filter = new OfficeFilter(
                Queries.status(status),
                hostCity,
                Queries.text(level),
                Queries.text(nature),
                q,
                Queries.officeSort(sort));
        return offices.list(caller, filter, new PageRequest(Queries.limit(limit), after));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOffice", summary = "查看办事机构")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        Office office = offices.get(caller, id);
        return Response.ok(office).tag(Versions.tag(office.version())).build();
    }
}
