package org.liaison.registration.internal.rest;

import java.net.URI;
import javax.ws.rs.core.Response;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.Application;

/** The answers all resources give: the body with its version as ETag; and what every body has to hold. */
final class Answers {
    static final String KEY = "Idempotency-Key";

    private Answers() {}

    static Response ok(Application application) {
        return Response.ok(application).tag(Versions.tag(application.version())).build();
    }

    static Response created(Application application) {
        return Response.created(URI.create("applications/" + application.id()))
                .entity(application)
                .tag(Versions.tag(application.version()))
                .build();
    }

    static <T> T body(T body) {
        if (body == null) {
            throw Invalid.malformed("", "BODY_REQUIRED", "请求内容不能为空");
        }
        return body;
    }

    static String required(String path, String value) {
        if (value == null || value.isBlank()) {
            throw Invalid.malformed(path, "REQUIRED", "此项必填");
        }
        return value;
    }
}
