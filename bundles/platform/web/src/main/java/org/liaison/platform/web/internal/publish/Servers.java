package org.liaison.platform.web.internal.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.Path;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;
import org.liaison.platform.web.RestApi;
import org.liaison.platform.web.internal.json.Json;
import org.liaison.platform.web.internal.rest.CallerOfRequest;
import org.liaison.platform.web.internal.rest.ErrorMapper;
import org.liaison.platform.web.internal.rest.JsonBody;

/** Builds the CXF server of an interface. */
final class Servers {
    private static final int GZIP_FROM = 1024;

    private Servers() {}

    static Server rest(Bus bus, RestApi api) {
        ObjectMapper mapper = Json.mapper();
        List<Object> providers =
                new ArrayList<>(List.of(new JsonBody(mapper), new ErrorMapper(), new CallerOfRequest()));
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(api.address());
        List<Object> resources = new ArrayList<>();
        for (Object part : api.resources()) {
            if (part.getClass().isAnnotationPresent(Path.class)) {
                resources.add(part);
            } else {
                providers.add(part);
            }
        }
        factory.setServiceBeanObjects(resources.toArray());
        factory.setProviders(providers);
        factory.getOutInterceptors().add(new GZIPOutInterceptor(GZIP_FROM));
        return factory.create();
    }
}
