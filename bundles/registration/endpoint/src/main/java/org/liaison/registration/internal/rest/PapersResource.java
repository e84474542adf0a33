package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Papers.Paper;

/** Documents of an application as PDF (文书), to be looked at or printed. */
@Path("applications")
public final class PapersResource {
    static final String PDF = "application/pdf";

    private final Papers papers;

    public PapersResource(Papers papers) {
        this.papers = papers;
    }

    @GET
    @Path("{id}/documents/{kind}")
    @Produces(PDF)
    @Operation(
            operationId = "printDocument",
            summary = "打印文书：form申请表、letter公函参考文本、commitment承诺函参考文本、correction一次性补正告知书、"
                    + "acceptance受理通知书、refusal不予受理告知书、approval审批表、denial不予备案告知书；"
                    + "round为第几次退回补正，不填为最近一次；给出reason时申请表上的身份证号不遮盖，并记入审计")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    public Response print(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "form",
                                                "letter",
                                                "commitment",
                                                "correction",
                                                "acceptance",
                                                "refusal",
                                                "approval",
                                                "denial"
                                            }))
                    @PathParam("kind")
                    String kind,
            @Parameter(schema = @Schema(type = "integer", minimum = "1")) @QueryParam("round") String round,
            @QueryParam("reason") String reason) {
        return pdf(
                papers.print(caller, id, PaperKind.of(kind).orElseThrow(NotFound::new), Queries.round(round), reason));
    }

    /** The answer for a printed document; it is kept nowhere. */
    static Response pdf(Paper paper) {
        StreamingOutput body = out -> {
            try (InputStream content = paper.content()) {
                content.transferTo(out);
            }
        };
        return Response.ok(body, PDF)
                .header("Content-Disposition", "inline; filename*=UTF-8''" + FileNames.encoded(paper.fileName()))
                .header("Content-Length", paper.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
