package org.liaison.platform.web;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Puts the interfaces of a context on the web. A component of the endpoint bundle publishes in its activation and
 * closes the publication in its deactivation; between two publications of the same address requests wait at the front.
 * The endpoint bundle names its addresses in its manifest, so that requests wait for it from its installation on:
 *
 * <pre>Liaison-Web: /api/registration/v1, /ws/registration/v1, /verify;access=public</pre>
 *
 * Thread-safe.
 */
@ProviderType
public interface Publisher {
    /** Manifest header with the addresses of an endpoint bundle, separated by commas. */
    String HEADER = "Liaison-Web";

    /**
     * Publishes resources under {@code /api/<context>/v1}. Every request is logged in before a resource sees it; a
     * resource method takes its caller as the parameter {@code @Context Caller caller}.
     *
     * @throws IllegalStateException when the address is taken by a publication that is not closed
     */
    Publication publish(RestApi api);

    /**
     * Publishes resources for everybody. The front lets in reads only, within a number of requests a minute, and never writes
     * their paths into a log.
     *
     * @throws IllegalStateException when no manifest declares the address public, or it is taken
     */
    Publication publish(PublicApi api);

    /**
     * Publishes a service at {@code /ws/<context>/v1}. Every request is logged in before the service sees it; see {@link
     * SoapCalls#caller}. A {@code LiaisonException} that leaves the service is answered as the typed fault of {@code
     * liaison-platform-v1.xsd}.
     *
     * @throws IllegalStateException when the address is taken by a publication that is not closed
     */
    Publication publish(SoapApi api);
}
