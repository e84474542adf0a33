package org.liaison.platform.web;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.BundleContext;

/**
 * A REST interface to publish.
 *
 * @param owner the endpoint bundle
 * @param context name of the context, e.g. {@code registration}
 * @param resources JAX-RS root resources, one object each for all requests; providers may stand among them
 * @param openapi the OpenAPI document (JSON) in the endpoint bundle, served as {@code openapi.json}; null = none
 */
public record RestApi(BundleContext owner, String context, List<Object> resources, URL openapi) {
    public RestApi {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(context, "context");
        resources = List.copyOf(resources);
    }

    public String address() {
        return "/api/" + context + "/v1";
    }
}
