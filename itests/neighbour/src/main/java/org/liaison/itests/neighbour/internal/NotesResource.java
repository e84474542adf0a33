package org.liaison.itests.neighbour.internal;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.itests.neighbour.Note;
import org.liaison.itests.neighbour.Notes;
import org.liaison.platform.api.Caller;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.liaison.registration.api.Office;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/neighbour/v1/notes}, on the web as long as the component lives. */
@Component(service = {})
@Path("notes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class NotesResource {
    private final Notes notes;
    private final Publication publication;

    @Activate
    public NotesResource(BundleContext bundle, @Reference Publisher publisher, @Reference Notes notes) {
        this.notes = notes;
        publication = publisher.publish(new RestApi(bundle, "neighbour", List.of(this), null));
    }

    @Deactivate
    void close() {
        publication.close();
    }

    @POST
    public Note write(@Context Caller caller, @HeaderParam("Idempotency-Key") String key, NewNote note) {
        return notes.write(caller, note.officeId(), note.text(), key);
    }

    @GET
    @Path("{id}")
    public Note get(@Context Caller caller, @PathParam("id") String id) {
        return notes.get(caller, id);
    }

    @GET
    @Path("{id}/office")
    public Office office(@Context Caller caller, @PathParam("id") String id) {
        return notes.office(caller, id);
    }

    /** What is to be noted. */
    public record NewNote(String officeId, String text) {}
}
