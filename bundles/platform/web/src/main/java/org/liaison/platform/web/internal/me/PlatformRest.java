package org.liaison.platform.web.internal.me;

import java.util.List;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes {@code /api/platform/v1} as long as there are accounts. */
@Component(service = {})
public final class PlatformRest {
    private final Publication publication;

    @Activate
    public PlatformRest(BundleContext bundle, @Reference Publisher publisher, @Reference Accounts accounts) {
        publication = publisher.publish(new RestApi(bundle, "platform", List.of(new MeResource(accounts)), null));
    }

    @Deactivate
    void close() {
        publication.close();
    }
}
