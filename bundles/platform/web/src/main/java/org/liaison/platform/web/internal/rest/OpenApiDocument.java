package org.liaison.platform.web.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The contract of a context, as it is checked in. */
@Path("openapi.json")
public final class OpenApiDocument {
    private final byte[] document;

    public OpenApiDocument(URL document) {
        try (InputStream in = document.openStream()) {
            this.document = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("no OpenAPI document at " + document, e);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get() {
        return document;
    }
}
