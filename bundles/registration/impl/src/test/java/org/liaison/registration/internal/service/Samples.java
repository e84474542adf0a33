package org.liaison.registration.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.internal.store.FormJson;

/** The sample applications, and callers. */
public final class Samples {
    private Samples() {}

    /** Forms of all samples. */
    public static List<Form> forms() {
        try (InputStream in = Samples.class.getResourceAsStream("/delivered/sample-applications.json")) {
            List<Form> forms = new ArrayList<>();
            for (JsonNode sample : new ObjectMapper().readTree(in)) {
                forms.add(FormJson.read(sample.get("form").toString()));
            }
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OpenOffice opening(Form form) {
        return new OpenOffice(
                form.name(),
                form.hostCity(),
                form.dispatcher(),
                form.letter().no(),
                form.letter().date(),
                "head.one",
                form.head().name());
    }

    public static Caller caller(String account, Role role, Scope scope) {
        Binding acting = new Binding(role, scope, null);
        return new Caller(account, "某人", List.of(acting), acting, Channel.REST, "127.0.0.1");
    }
}
