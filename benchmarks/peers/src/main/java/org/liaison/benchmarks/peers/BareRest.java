package org.liaison.benchmarks.peers;

import java.io.IOException;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Channel;

/** The REST peer: a resource as one writes it on bare CXF. */
@Path("/")
public final class BareRest {
    private final Rows rows;

    BareRest(Rows rows) {
        this.rows = rows;
    }

    /** Tells a peer what to read and what to answer. */
    @PUT
    @Path("{name}")
    public void record(@PathParam("name") String name, byte[] json) throws IOException {
        rows.record(name, json);
    }

    /** The read that is measured. */
    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@HeaderParam("Authorization") String authorization, @PathParam("name") String name) {
        if (!rows.login(authorization, Channel.REST)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        return Response.ok(rows.answer(name)).build();
    }
}
