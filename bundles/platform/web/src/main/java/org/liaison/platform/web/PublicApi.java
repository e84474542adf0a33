package org.liaison.platform.web;

import java.util.List;
import java.util.Objects;
import org.osgi.framework.BundleContext;

/**
 * Something for everybody, without login, to publish: reads alone. The endpoint bundle declares its address public in its
 * manifest, so that a resource never becomes public by the place it stands in.
 *
 * @param owner the endpoint bundle
 * @param address path on this server outside of {@code /api} and {@code /ws}, e.g. {@code /verify}
 * @param resources JAX-RS root resources, one object each for all requests; their caller is {@code Caller.anonymous}
 */
public record PublicApi(BundleContext owner, String address, List<Object> resources) {
    public PublicApi {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(address, "address");
        resources = List.copyOf(resources);
    }
}
