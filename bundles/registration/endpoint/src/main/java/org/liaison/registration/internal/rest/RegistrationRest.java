package org.liaison.registration.internal.rest;

import java.util.List;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.CodeLists;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Statistics;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Publishes {@code /api/registration/v1} as long as everything behind it is there: a request that was held must never find
 * the half of an interface.
 */
@Component(service = {})
public final class RegistrationRest {
    private final Publication publication;

    @Activate
    public RegistrationRest(
            BundleContext bundle,
            @Reference Publisher publisher,
            @Reference Offices offices,
            @Reference Applications applications,
            @Reference Papers papers,
            @Reference Certificates certificates,
            @Reference CodeLists lists,
            @Reference Statistics statistics) {
        publication = publisher.publish(new RestApi(
                bundle,
                "registration",
                List.of(
                        new OfficesResource(offices),
                        new ApplicationsResource(applications),
                        new FilesResource(applications),
                        new IdentityNumbersResource(applications),
                        new StepsResource(applications),
                        new PapersResource(papers),
                        new CertificatesResource(certificates),
                        new CertificatePapersResource(papers),
                        new CodesResource(lists),
                        new FiguresResource(statistics)),
                bundle.getBundle().getEntry("rest-api/registration-v1.json")));
    }

    @Deactivate
    void close() {
        publication.close();
    }
}
