package org.liaison.registration.internal.check;

import java.time.Clock;
import java.util.List;
import org.liaison.platform.web.PublicApi;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.registration.api.Certificates;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes {@code /verify} as long as there are certificates; without login, see the manifest header Liaison-Web. */
@Component(
        service = {},
        configurationPid = CheckPublication.PID)
public final class CheckPublication {
    static final String PID = "org.liaison.platform";

    private final Publication publication;

    @Activate
    public CheckPublication(
            BundleContext bundle,
            @Reference Publisher publisher,
            @Reference Certificates certificates,
            @Reference Clock clock,
            Settings settings) {
        CheckPage page = new CheckPage(settings.demo());
        publication = publisher.publish(
                new PublicApi(bundle, "/verify", List.of(new CheckResource(certificates, page, clock))));
    }

    @Deactivate
    void close() {
        publication.close();
    }

    /** Settings of the platform that concern the page, {@code etc/org.liaison.platform.cfg}. */
    public @interface Settings {
        /** Demonstration mode: the page says that nothing is real. */
        boolean demo() default false;
    }
}
