package org.liaison.platform.web.internal.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Path;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.AbstractEndpointFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.rules.Labels;
import org.liaison.platform.web.PublicApi;
import org.liaison.platform.web.RestApi;
import org.liaison.platform.web.SoapApi;
import org.liaison.platform.web.internal.json.Json;
import org.liaison.platform.web.internal.rest.CallerOfRequest;
import org.liaison.platform.web.internal.rest.ErrorMapper;
import org.liaison.platform.web.internal.rest.JsonBody;
import org.liaison.platform.web.internal.rest.OpenApiDocument;
import org.liaison.platform.web.internal.soap.FaultWriter;
import org.liaison.platform.web.internal.soap.MtomWhenAsked;
import org.liaison.platform.web.internal.soap.PathFollower;
import org.liaison.platform.web.internal.soap.SoapLogin;

/** Builds the CXF server of an interface. */
public final class Servers {
    private static final int GZIP_FROM = 1024;
    /** Bounds of an envelope; a part of a file is 1 MB, in Base64. */
    private static final Map<String, Object> SOAP_BOUNDS = Map.of(
            StaxUtils.MAX_ELEMENT_DEPTH,
            40,
            StaxUtils.MAX_CHILD_ELEMENTS,
            5_000,
            StaxUtils.MAX_ATTRIBUTE_COUNT,
            50,
            StaxUtils.MAX_ATTRIBUTE_SIZE,
            10_000,
            StaxUtils.MAX_TEXT_LENGTH,
            1_500_000,
            "schema-validation-enabled",
            "IN");

    private Servers() {}

    public static Server rest(Bus bus, RestApi api, Labels labels) {
        return resources(bus, api.address(), api.resources(), api.openapi(), labels);
    }

    /** The server of an address that is for everybody. */
    public static Server open(Bus bus, PublicApi api, Labels labels) {
        return resources(bus, api.address(), api.resources(), null, labels);
    }

    private static Server resources(Bus bus, String address, List<Object> parts, URL openapi, Labels labels) {
        ObjectMapper mapper = Json.mapper(labels);
        List<Object> providers =
                new ArrayList<>(List.of(new JsonBody(mapper), new ErrorMapper(), new CallerOfRequest()));
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        prepare(factory, bus, address);
        List<Object> resources = new ArrayList<>();
        for (Object part : parts) {
            if (part.getClass().isAnnotationPresent(Path.class)) {
                resources.add(part);
            } else {
                providers.add(part);
            }
        }
        if (openapi != null) {
            resources.add(new OpenApiDocument(openapi));
        }
        factory.setServiceBeanObjects(resources.toArray());
        factory.setProviders(providers);
        return factory.create();
    }

    public static Server soap(Bus bus, SoapApi api, Callers callers) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        prepare(factory, bus, api.address());
        factory.setServiceClass(api.sei());
        factory.setServiceBean(api.implementor());
        factory.setWsdlURL(api.wsdl().toString());
        factory.setServiceName(api.service());
        factory.setEndpointName(api.port());
        factory.setProperties(new HashMap<>(SOAP_BOUNDS));
        factory.getInInterceptors().add(new PathFollower());
        factory.getInInterceptors().add(new SoapLogin(callers));
        factory.getOutInterceptors().add(new MtomWhenAsked());
        factory.getOutFaultInterceptors().add(new FaultWriter());
        return factory.create();
    }

    /** Its own transport: no registry is shared, so nothing of an interface outlives it. */
    private static void prepare(AbstractEndpointFactory factory, Bus bus, String address) {
        factory.setBus(bus);
        factory.setAddress(address);
        factory.setDestinationFactory(new HTTPTransportFactory(new DestinationRegistryImpl()));
        factory.getOutInterceptors().add(new Compression(GZIP_FROM));
    }
}
