package org.liaison.registration.internal.check;

import java.time.Clock;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Unavailable;
import org.liaison.registration.api.Certificates;

/**
 * {@code GET /verify/{token}} for everybody (登记证查验): a page for people, JSON for {@code Accept: application/json}. Whatever
 * stands behind the address is taken for a token, so that no path is answered otherwise than another.
 */
@Path("")
public final class CheckResource {
    private final Certificates certificates;
    private final CheckPage page;
    private final Clock clock;

    CheckResource(Certificates certificates, CheckPage page, Clock clock) {
        this.certificates = certificates;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Path("{token:.*}")
    @Produces(MediaType.WILDCARD)
    public Response check(
            @Context Caller caller, @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        if (accept != null && accept.contains(MediaType.APPLICATION_JSON) && !accept.contains(MediaType.TEXT_HTML)) {
            return Response.ok(certificates.check(caller, token), MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        try {
            return html(Response.Status.OK, page.of(certificates.check(caller, token)))
                    .build();
        } catch (Unavailable e) {
            return html(Response.Status.SERVICE_UNAVAILABLE, page.unavailable(clock.instant()))
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .build();
        }
    }

    private Response.ResponseBuilder html(Response.Status status, String text) {
        return Response.status(status)
                .entity(text)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", page.policy())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
