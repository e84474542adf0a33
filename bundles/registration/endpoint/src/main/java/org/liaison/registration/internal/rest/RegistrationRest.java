package org.liaison.registration.internal.rest;

import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.Papers;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Publishes {@code /api/registration/v1} as long as the register is there. The applications and papers join when their services
 * come: the references are static and greedy, so the component is made anew and requests wait at the front meanwhile.
 */
@Component(service = {})
public final class RegistrationRest {
    private final Publication publication;

    @Activate
    public RegistrationRest(
            BundleContext bundle,
            @Reference Publisher publisher,
            @Reference Offices offices,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Applications applications,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Papers papers) {
        publication = publisher.publish(new RestApi(
                bundle,
                "registration",
                resources(offices, applications, papers),
                bundle.getBundle().getEntry("rest-api/registration-v1.json")));
    }

    @Deactivate
    void close() {
        publication.close();
    }

    private static List<Object> resources(Offices offices, Applications applications, Papers papers) {
        List<Object> resources = new ArrayList<>(List.of(new OfficesResource(offices)));
        if (applications != null) {
            resources.addAll(List.of(
                    new ApplicationsResource(applications),
                    new FilesResource(applications),
                    new IdentityNumbersResource(applications),
                    new StepsResource(applications)));
        }
        if (papers != null) {
            resources.add(new PapersResource(papers));
        }
        return resources;
    }
}
