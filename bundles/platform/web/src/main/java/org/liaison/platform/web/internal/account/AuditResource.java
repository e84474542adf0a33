package org.liaison.platform.web.internal.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Iterator;
import java.util.function.Supplier;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;

/** Search in the audit trail (审计查询), domain page 6.2 row 36. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final Supplier<AuditSearch> search;

    /** @param search gives the service, or throws {@code Unavailable} while it is away */
    public AuditResource(Supplier<AuditSearch> search) {
        this.search = search;
    }

    @GET
    @Operation(
            operationId = "searchAudit",
            summary = "审计查询，新的在前",
            description = "from、to为日期，含当日；object为事项编号；身份证号全文查看记录的operation为registration.identity.view。"
                    + "安全管理员只见账户、密钥和登录记录，负责人只见本机构人员的登录记录，填报员只见本人的登录记录。")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<AuditEntry> search(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("account") String account,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("operation") String operation,
            @QueryParam("object") String object,
            @QueryParam("result") String result,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        AuditFilter filter =
                new AuditFilter(account, Query.day("from", from), Query.day("to", to), operation, object, result);
        return search.get().search(caller, filter, new PageRequest(Query.limit(limit), after));
    }

    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportAudit",
            summary = "导出审计记录，新的在前，每行一条",
            description = "仅审计员；from、to必填，不超过366天；format为CSV或JSONL。导出本身留有审计记录。")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = AuditEntry.class))
            })
    public Response export(
            @Parameter(hidden = true) @Context Caller caller,
            @QueryParam("account") String account,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("operation") String operation,
            @QueryParam("object") String object,
            @QueryParam("result") String result,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"CSV", "JSONL"}))
                    @QueryParam("format")
                    @DefaultValue("CSV")
                    String format) {
        AuditFilter filter =
                new AuditFilter(account, Query.day("from", from), Query.day("to", to), operation, object, result);
        AuditFile wanted = Query.code(AuditFile.class, "format", format);
        AuditFile file = wanted == null ? AuditFile.CSV : wanted;
        Iterator<AuditEntry> records = search.get().export(caller, filter);
        StreamingOutput body = out -> file.write(records, out);
        return Response.ok(body, file.type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"audit-" + from + "-" + to + "." + file.ending + '"')
                .header("Cache-Control", "no-store")
                .build();
    }
}
