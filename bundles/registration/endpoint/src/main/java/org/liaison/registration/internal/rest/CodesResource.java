package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.rules.Code;
import org.liaison.registration.api.CodeLists;

/** The code lists of a filing (代码表), for whoever fills a form in. */
@Path("codes")
@Produces(MediaType.APPLICATION_JSON)
public final class CodesResource {
    private final CodeLists lists;

    public CodesResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listCodes",
            summary = "代码表",
            description = "今日有效的全部代码，按代码表排列；district为驻在城市所辖的区（市、县），term为办理时限（label为日数）")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<Code> list(@Parameter(hidden = true) @Context Caller caller) {
        return new Page<>(lists.all(caller), null);
    }

    @GET
    @Path("divisions")
    @Operation(
            operationId = "findDivisions",
            summary = "检索行政区划",
            description = "q为行政区划代码的前几位，或者全称中任意两个以上相连的字；至多20个，层级高的在前")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Page<Code> divisions(@Parameter(hidden = true) @Context Caller caller, @QueryParam("q") String q) {
        return new Page<>(lists.divisions(caller, q), null);
    }
}
