package org.liaison.registration.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
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
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.Step;

/** What moves an application or passes it between colleagues: one sub-resource an event, see {@link StepPath}. */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StepsResource {
    private final Applications applications;

    public StepsResource(Applications applications) {
        this.applications = applications;
    }

    @POST
    @Path("{id}/{step}")
    @Operation(operationId = "fireStep", summary = "办理动作：提交、退回、受理、送审、审批等")
    @ApiResponse(
            responseCode = "200",
            description = "成功",
            content = @Content(schema = @Schema(implementation = Application.class)))
    public Response fire(
            @Parameter(hidden = true) @Context Caller caller,
            @PathParam("id") String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "submission",
                                                "ticks",
                                                "answers",
                                                "return",
                                                "resubmission",
                                                "intake-refusal",
                                                "acceptance",
                                                "review",
                                                "onsite-check",
                                                "onsite-report",
                                                "return-to-clerk",
                                                "agreement",
                                                "return-to-review",
                                                "approval",
                                                "denial",
                                                "withdrawal",
                                                "extension",
                                                "claim",
                                                "release",
                                                "reassignment",
                                                "confirmation",
                                                "rejection"
                                            }))
                    @PathParam("step")
                    String step,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Answers.KEY) String key,
            StepBody body) {
        ApplicationEvent event = StepPath.event(step);
        long version = Versions.required(ifMatch);
        Step fired = body == null ? Step.of(event, null) : body.step(event);
        return Answers.ok(applications.fire(caller, id, version, fired, key));
    }

    /** A step without its event, which the path says. What an event does not need is refused. */
    public record StepBody(
            String text,
            String colleague,
            LocalDate dueOn,
            List<Step.Defect> defects,
            List<Step.Answer> answers,
            List<LetterContent> contents,
            List<String> members,
            Step.Findings findings) {
        Step step(ApplicationEvent event) {
            return new Step(event, text, colleague, dueOn, defects, answers, contents, members, findings);
        }
    }
}
