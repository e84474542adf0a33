package org.liaison.benchmarks.peers;

import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** CXF's own servlet with the two peers: {@code /bare/rest} and {@code /bare/soap}. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/bare/*", "osgi.http.whiteboard.servlet.name=bare"})
public final class BareServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Rows rows;

    @Activate
    public BareServlet(@Reference Rows rows) {
        this.rows = rows;
    }

    @Override
    protected void loadBus(ServletConfig config) {
        ClassLoader loader = BareServlet.class.getClassLoader();
        ExtensionManagerBus bus = new ExtensionManagerBus(null, Map.of(), loader);
        bus.setId("bare");
        bus.initialize();
        setBus(bus);
        publish(new JAXRSServerFactoryBean(), new JaxWsServerFactoryBean());
    }

    private void publish(JAXRSServerFactoryBean rest, JaxWsServerFactoryBean soap) {
        rest.setBus(getBus());
        rest.setAddress("/rest");
        rest.setServiceBean(new BareRest(rows));
        Server first = rest.create();
        soap.setBus(getBus());
        soap.setAddress("/soap");
        soap.setServiceBean(new BareSoap(rows));
        Server second = soap.create();
        log(first.getEndpoint().getEndpointInfo().getAddress() + " "
                + second.getEndpoint().getEndpointInfo().getAddress());
    }
}
