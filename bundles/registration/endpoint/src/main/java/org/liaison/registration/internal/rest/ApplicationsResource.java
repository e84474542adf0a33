package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationCount;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Colleague;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Precheck;
import org.liaison.registration.api.Submitted;

/** Drafts, lists and single applications (备案登记申请). */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApplicationsResource {
    private static final String LIGHTS =
            "clock为在办的时限：INTAKE(受理)、DECISION(办理)或HANDOVER(发证)；light为亮灯起，lightTo为亮灯止，只填light的含更严重的";

    private final Applications applications;

    public ApplicationsResource(Applications applications) {
        this.applications = applications;
    }

    @POST
    @Operation(operationId = "createApplication", summary = "新建备案申请")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response create(
            @Parameter(hidden = true) @Context Caller caller,
            @HeaderParam(Answers.KEY) String key,
            NewApplication body) {
        Answers.required("officeId", Answers.body(body).officeId());
        return Answers.created(applications.create(caller, body, key));
    }

    @GET
    @Operation(operationId = "listApplications", summary = "备案申请列表与待办", description = LIGHTS)
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<ApplicationRow> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("state") String state,
            @QueryParam("hostCity") String hostCity,
            @QueryParam("claim") String claim,
            @QueryParam("clock") String clock,
            @QueryParam("light") String light,
            @QueryParam("lightTo") String lightTo,
            @QueryParam("officeId") String officeId,
            @QueryParam("no") String no,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        ApplicationFilter filter = new ApplicationFilter(
                Queries.state(state), hostCity, Queries.claim(claim), Queries.lit(clock, light, lightTo), officeId, no);
        return applications.list(caller, filter, new PageRequest(Queries.limit(limit), after));
    }

    @GET
    @Path("counts")
    @Operation(operationId = "countApplications", summary = "各办理状态的备案申请数，筛选条件同列表")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Counts counts(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("hostCity") String hostCity,
            @QueryParam("claim") String claim,
            @QueryParam("clock") String clock,
            @QueryParam("light") String light,
            @QueryParam("lightTo") String lightTo) {
        ApplicationFilter filter = new ApplicationFilter(
                null, hostCity, Queries.claim(claim), Queries.lit(clock, light, lightTo), null, null);
        return new Counts(applications.counts(caller, filter));
    }

    @GET
    @Path("colleagues")
    @Operation(operationId = "listColleagues", summary = "可转办或可派往现场核实的人员")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Colleagues colleagues(
            @Parameter(hidden = true) @Context Caller caller,
            @Parameter(schema = @Schema(allowableValues = {"CLK", "REV", "LDR"})) @QueryParam("role") String role) {
        return new Colleagues(applications.colleagues(caller, Queries.role(role)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getApplication", summary = "查看备案申请")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        return Answers.ok(applications.get(caller, id));
    }

    @GET
    @Path("{id}/submissions/{revision: [1-9][0-9]{0,3}}")
    @Operation(operationId = "getSubmission", summary = "查看某次报送的申请表与材料，用于补正前后对照")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Submitted submission(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("revision") int revision) {
        return applications.submission(caller, id, revision);
    }

    @GET
    @Path("{id}/precheck")
    @Operation(operationId = "precheck", summary = "预检：提交前看还缺什么")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Precheck precheck(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        return applications.precheck(caller, id);
    }

    @PUT
    @Path("{id}/form")
    @Operation(operationId = "putForm", summary = "保存申请表")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response putForm(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            Form form) {
        long version = Versions.required(ifMatch);
        return Answers.ok(applications.putForm(caller, id, version, Answers.body(form), key));
    }

    @PUT
    @Path("{id}/materials/{code}")
    @Operation(operationId = "putMaterial", summary = "保存材料文号日期")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response putMaterial(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            MaterialDocument body) {
        long version = Versions.required(ifMatch);
        MaterialDocument document = Answers.body(body);
        return Answers.ok(applications.putMaterial(
                caller, id, version, code, document.documentNo(), document.documentDate(), key));
    }

    /** Number and day of a material's document; both may be null. */
    public record MaterialDocument(String documentNo, LocalDate documentDate) {}

    /** By state; a state that has none is left out. */
    public record Counts(List<ApplicationCount> items) {}

    /** In the order of their accounts. */
    public record Colleagues(List<Colleague> items) {}
}
