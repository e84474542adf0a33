package org.liaison.platform.web.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.rules.Labels;
import org.liaison.platform.web.RestApi;
import org.osgi.framework.BundleContext;

public class ServersTest {
    @Path("things")
    public static class Things {
        @GET
        public String one(@Context Caller caller) {
            return caller.account();
        }
    }

    private Bus common;

    @Before
    public void defaultBusFirst() {
        common = BusFactory.getDefaultBus();
    }

    @Test
    public void servesItsAddressOnly_whenPublishedOnItsOwnBus() {
        Bus bus = EndpointBus.create("demo", getClass().getClassLoader());
        RestApi api = new RestApi(mock(BundleContext.class), "demo", List.of(new Things()), null);

        Server server = Servers.rest(bus, api, Labels.NONE);

        assertThat(((AbstractHTTPDestination) server.getDestination()).getPath())
                .isEqualTo("/api/demo/v1");
        assertThat(common.getExtension(HTTPTransportFactory.class).getRegistry().getDestinations())
                .isEmpty();
        server.destroy();
        bus.shutdown(true);
        assertThat(BusFactory.getDefaultBus()).isSameAs(common);
    }

    @Test
    public void leavesTheThreadAsItWas_whenABusIsCreated() {
        Bus before = BusFactory.getThreadDefaultBus(false);

        Bus bus = EndpointBus.create("demo", getClass().getClassLoader());

        assertThat(BusFactory.getThreadDefaultBus(false)).isSameAs(before).isNotSameAs(bus);
        bus.shutdown(true);
    }
}
