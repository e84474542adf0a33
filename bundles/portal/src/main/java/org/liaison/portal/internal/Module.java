package org.liaison.portal.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.osgi.framework.Bundle;

/**
 * The pages that an endpoint bundle brings (docs/portal.md): the folder {@code portal/} with {@code pages.json}, which says what
 * there is, and the ES modules it names.
 *
 * @param name as the bundle's manifest header {@link #HEADER} says, e.g. {@code registration}
 * @param bundle id of the bundle
 * @param pages content of {@code pages.json}
 */
record Module(String name, long bundle, Assets assets, JsonNode pages) {
    /** Manifest header of a bundle with pages: the name they stand under. */
    static final String HEADER = "Liaison-Portal";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGES = "pages.json";

    /** @throws IOException when the bundle's pages cannot be read */
    static Module read(Bundle bundle, String name) throws IOException {
        if (!name.matches("[a-z][a-z0-9-]{0,30}") || Site.OWN.contains(name)) {
            throw new IOException("no name for pages: " + name);
        }
        Assets assets = Assets.read(bundle, "/portal/");
        Asset pages = assets.files().get(PAGES);
        if (pages == null) {
            throw new IOException("no portal/" + PAGES);
        }
        return new Module(name, bundle.getBundleId(), assets, JSON.readTree(pages.plain()));
    }
}
