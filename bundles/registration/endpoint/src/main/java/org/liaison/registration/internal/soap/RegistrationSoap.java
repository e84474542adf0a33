package org.liaison.registration.internal.soap;

import javax.xml.namespace.QName;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.api.Operations;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.SoapApi;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.Papers;
import org.liaison.registration.internal.soap.wire.Registration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes {@code /ws/registration/v1} as long as everything behind it is there. */
@Component(service = {})
public final class RegistrationSoap {
    private static final String NAMESPACE = "urn:liaison:registration:v1";

    private final Publication publication;

    @Activate
    public RegistrationSoap(
            BundleContext bundle,
            @Reference Publisher publisher,
            @Reference Offices offices,
            @Reference(target = "(ring=attachments)") DataKeys keys,
            @Reference Applications applications,
            @Reference Certificates certificates,
            @Reference Papers papers,
            @Reference Operations operations) {
        Uploads uploads = new Uploads(bundle.getDataFile("uploads").toPath(), keys);
        publication = publisher.publish(new SoapApi(
                bundle,
                "registration",
                new RegistrationPort(offices, applications, certificates, papers, uploads, operations),
                Registration.class,
                bundle.getBundle().getEntry("wsdl/registration-v1.wsdl"),
                new QName(NAMESPACE, "RegistrationService"),
                new QName(NAMESPACE, "RegistrationPort")));
    }

    @Deactivate
    void close() {
        publication.close();
    }
}
