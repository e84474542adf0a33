package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.Papers;

/** Documents of a certificate as PDF (登记证文书), to be looked at or printed. */
@Path("certificates")
public final class CertificatePapersResource {
    private final Papers papers;

    public CertificatePapersResource(Papers papers) {
        this.papers = papers;
    }

    @GET
    @Path("{id}/documents/{kind}")
    @Produces(PapersResource.PDF)
    @Operation(
            operationId = "printCertificateDocument",
            summary = "打印登记证文书：original正本、duplicate副本、receipt领证签收单；未加盖电子印章的电子证带“预览”字样")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(mediaType = PapersResource.PDF, schema = @Schema(type = "string", format = "binary")))
    public Response print(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"original", "duplicate", "receipt"}))
                    @PathParam("kind")
                    String kind) {
        return PapersResource.pdf(
                papers.printCertificate(caller, id, CertificatePaper.of(kind).orElseThrow(NotFound::new)));
    }
}
