package org.liaison.registration.internal.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.liaison.registration.api.Form;
import org.liaison.registration.internal.store.FormJson;

/** A form with one of its fields taken away. */
final class FormWithout {
    static final List<String> FIELDS = Arrays.stream(Form.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private FormWithout() {}

    static Form field(Form form, String field) {
        try {
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(FormJson.write(form));
            json.remove(field);
            return FormJson.read(json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
