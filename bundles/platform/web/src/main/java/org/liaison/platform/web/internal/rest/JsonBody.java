package org.liaison.platform.web.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.liaison.platform.web.internal.json.Unreadable;

/** JSON in and out of resources. Texts and streams are left to the container: they are bytes already. */
@Provider
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final List<Class<?>> BYTES =
            List.of(CharSequence.class, InputStream.class, StreamingOutput.class, byte[].class);

    private final ObjectMapper mapper;

    public JsonBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isObject(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            return mapper.readerFor(mapper.constructType(generic)).readValue(body);
        } catch (JsonProcessingException e) {
            throw Unreadable.explain(e);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isObject(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        mapper.writeValue(out, value);
    }

    private static boolean isObject(Class<?> type) {
        return BYTES.stream().noneMatch(bytes -> bytes.isAssignableFrom(type));
    }
}
