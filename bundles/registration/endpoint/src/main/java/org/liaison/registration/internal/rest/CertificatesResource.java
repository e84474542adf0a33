package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
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
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Handover;

/** Certificates (登记证): print queue, printing and hand-over (domain page 3.2). */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CertificatesResource {
    private final Certificates certificates;

    public CertificatesResource(Certificates certificates) {
        this.certificates = certificates;
    }

    @GET
    @Operation(operationId = "listCertificates", summary = "登记证列表与待制证")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<CertificateRow> list(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("state") String state,
            @QueryParam("hostCity") String hostCity,
            @QueryParam("claim") String claim,
            @QueryParam("officeId") String officeId,
            @QueryParam("number") String number,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        CertificateFilter filter = new CertificateFilter(
                Queries.certificateState(state), hostCity, Queries.claim(claim), officeId, number);
        return certificates.list(caller, filter, new PageRequest(Queries.limit(limit), after));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCertificate", summary = "查看登记证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response get(@Parameter(hidden = true) @Context Caller caller, @PathParam("id") String id) {
        return ok(certificates.get(caller, id));
    }

    @POST
    @Path("{id}/claim")
    @Operation(operationId = "claimCertificate", summary = "领取待制证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response claim(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key) {
        return ok(certificates.claim(caller, id, Versions.required(ifMatch), key));
    }

    @POST
    @Path("{id}/release")
    @Operation(operationId = "releaseCertificate", summary = "放回待制证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response release(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key) {
        return ok(certificates.release(caller, id, Versions.required(ifMatch), key));
    }

    @POST
    @Path("{id}/reassignment")
    @Operation(operationId = "reassignCertificate", summary = "转办待制证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response reassign(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            ColleagueBody body) {
        long version = Versions.required(ifMatch);
        return ok(certificates.reassign(caller, id, version, Answers.body(body).account(), key));
    }

    @POST
    @Path("{id}/printing")
    @Operation(operationId = "printCertificate", summary = "制证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response print(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            Printing body) {
        long version = Versions.required(ifMatch);
        return ok(certificates.print(caller, id, version, Answers.body(body).forms(), key));
    }

    @POST
    @Path("{id}/spoilage")
    @Operation(operationId = "spoilCertificate", summary = "登记废证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response spoil(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            Spoilage body) {
        long version = Versions.required(ifMatch);
        return ok(certificates.spoil(caller, id, version, Answers.body(body).formNo(), body.reason(), key));
    }

    @POST
    @Path("{id}/handover")
    @Operation(operationId = "handOverCertificate", summary = "发证")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response handOver(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            Handover body) {
        long version = Versions.required(ifMatch);
        return ok(certificates.handOver(caller, id, version, Answers.body(body), key));
    }

    private static Response ok(Certificate certificate) {
        return Response.ok(certificate).tag(Versions.tag(certificate.version())).build();
    }

    /** The blank forms that copies are printed on (制证). */
    public record Printing(List<BlankForm> forms) {}

    /** A waste sheet (废证). */
    public record Spoilage(String formNo, String reason) {}

    /** The colleague a certificate goes to. */
    public record ColleagueBody(String account) {}
}
