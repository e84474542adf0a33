package org.liaison.platform.web;

import java.net.URL;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.osgi.framework.BundleContext;

/**
 * A SOAP interface to publish, contract first.
 *
 * @param owner the endpoint bundle
 * @param context name of the context, e.g. {@code registration}
 * @param implementor object that implements the generated interface, one for all requests
 * @param sei the generated service endpoint interface
 * @param wsdl the checked-in WSDL in the endpoint bundle, served at {@code ?wsdl}; its imports are relative to it
 * @param service name of the service in the WSDL
 * @param port name of the port in the WSDL
 */
public record SoapApi(
        BundleContext owner, String context, Object implementor, Class<?> sei, URL wsdl, QName service, QName port) {
    public SoapApi {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(implementor, "implementor");
        Objects.requireNonNull(sei, "sei");
        Objects.requireNonNull(wsdl, "wsdl");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(port, "port");
    }

    public String address() {
        return "/ws/" + context + "/v1";
    }
}
