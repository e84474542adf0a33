package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.MaterialFile;
import org.liaison.registration.api.Applications;

/** Files of the materials (备案材料附件); they stream both ways. */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
public final class FilesResource {
    private final Applications applications;

    public FilesResource(Applications applications) {
        this.applications = applications;
    }

    @POST
    @Path("{id}/materials/{code}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "addFile",
            summary = "上传材料附件",
            description = "本平台为非涉密平台，严禁上传涉密文件；文件名标有密级（如机密★、【秘密】）或含身份证号的一律拒收。")
    @ApiResponse(
            responseCode = "201",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = Upload.class)))
    public Response add(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            @Parameter(hidden = true) List<Attachment> parts)
            throws IOException {
        long version = Versions.required(ifMatch);
        Attachment part = parts == null
                ? null
                : parts.stream()
                        .filter(p -> p.getContentDisposition() != null
                                && p.getContentDisposition().getFilename() != null)
                        .findFirst()
                        .orElse(null);
        if (part == null) {
            throw Invalid.malformed("file", "FILE_REQUIRED", "请以multipart/form-data上传一个文件");
        }
        String name = FileNames.repaired(part.getContentDisposition().getFilename());
        try (InputStream content = part.getDataHandler().getInputStream()) {
            return Answers.created(applications.addFile(caller, id, version, code, name, content, key));
        }
    }

    @GET
    @Path("{id}/files/{fileId}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "openFile", summary = "查看材料附件")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    public Response open(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("fileId") String fileId,
            @QueryParam("reason") String reason) {
        MaterialFile file = applications.get(caller, id).materials().stream()
                .map(Material::files)
                .flatMap(List::stream)
                .filter(f -> f.id().equals(fileId))
                .findFirst()
                .orElseThrow(NotFound::new);
        InputStream content = applications.openFile(caller, id, fileId, reason);
        StreamingOutput body = out -> {
            try (content) {
                content.transferTo(out);
            }
        };
        return Response.ok(body, file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + FileNames.encoded(file.fileName()))
                .header("Content-Length", file.size())
                .build();
    }

    @DELETE
    @Path("{id}/files/{fileId}")
    @Operation(operationId = "removeFile", summary = "删除材料附件")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response remove(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("fileId") String fileId,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key) {
        return Answers.ok(applications.removeFile(caller, id, Versions.required(ifMatch), fileId, key));
    }

    /** The form of an upload, for the OpenAPI document alone: one part named file. */
    public record Upload(@Schema(type = "string", format = "binary") String file) {}
}
