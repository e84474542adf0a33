package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Applications;

/** What moves an application or passes it between colleagues: one sub-resource an action (domain page 3.1). */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StepsResource {
    private final Applications applications;

    public StepsResource(Applications applications) {
        this.applications = applications;
    }

    @POST
    @Path("{id}/submission")
    @Operation(operationId = "submit", summary = "提交")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response submit(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key) {
        return Answers.ok(applications.submit(caller, id, Versions.required(ifMatch), key));
    }

    @POST
    @Path("{id}/claim")
    @Operation(operationId = "claim", summary = "领取")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response claim(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key) {
        return Answers.ok(applications.claim(caller, id, Versions.required(ifMatch), key));
    }

    @POST
    @Path("{id}/release")
    @Operation(operationId = "release", summary = "放回")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response release(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key) {
        return Answers.ok(applications.release(caller, id, Versions.required(ifMatch), key));
    }

    @POST
    @Path("{id}/reassignment")
    @Operation(operationId = "reassign", summary = "转办")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response reassign(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            ColleagueBody body) {
        long version = Versions.required(ifMatch);
        return Answers.ok(
                applications.reassign(caller, id, version, Answers.body(body).account(), key));
    }

    @POST
    @Path("{id}/acceptance")
    @Operation(operationId = "accept", summary = "受理")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response accept(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            OpinionBody body) {
        long version = Versions.required(ifMatch);
        return Answers.ok(
                applications.accept(caller, id, version, Answers.body(body).opinion(), key));
    }

    @POST
    @Path("{id}/review")
    @Operation(operationId = "sendToReview", summary = "送审")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response sendToReview(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            OpinionBody body) {
        long version = Versions.required(ifMatch);
        return Answers.ok(applications.sendToReview(
                caller, id, version, Answers.body(body).opinion(), key));
    }

    @POST
    @Path("{id}/agreement")
    @Operation(operationId = "agree", summary = "同意,报批")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response agree(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            OpinionBody body) {
        long version = Versions.required(ifMatch);
        return Answers.ok(
                applications.agree(caller, id, version, Answers.body(body).opinion(), key));
    }

    @POST
    @Path("{id}/approval")
    @Operation(operationId = "approve", summary = "准予备案")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response approve(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            OpinionBody body) {
        long version = Versions.required(ifMatch);
        return Answers.ok(
                applications.approve(caller, id, version, Answers.body(body).opinion(), key));
    }

    /** What a Bureau person says with a step (意见). */
    public record OpinionBody(String opinion) {}

    /** The colleague a case goes to. */
    public record ColleagueBody(String account) {}
}
