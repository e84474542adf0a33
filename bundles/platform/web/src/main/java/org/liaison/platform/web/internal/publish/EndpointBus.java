package org.liaison.platform.web.internal.publish;

import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.logging.FaultListener;
import org.liaison.platform.api.LiaisonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private bus of one publication: it sees with the endpoint bundle's class loader and ends with the publication. */
public final class EndpointBus {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointBus.class);

    private EndpointBus() {}

    public static Bus create(String id, ClassLoader endpoint) {
        Bus before = BusFactory.getThreadDefaultBus(false);
        try {
            ExtensionManagerBus bus = new ExtensionManagerBus(null, Map.of(), endpoint);
            bus.setId(id);
            bus.setExtension(endpoint, ClassLoader.class);
            bus.setProperty(FaultListener.class.getName(), (FaultListener) (error, text, message) -> log(error));
            bus.initialize();
            return bus;
        } finally {
            // A new bus makes itself the thread's default; left there it would outlive its bundle.
            BusFactory.setThreadDefaultBus(before);
        }
    }

    /** Refusals are answers and no events; the rest is logged here, so the framework must not log it again. */
    private static boolean log(Exception error) {
        Throwable cause = error instanceof Fault && error.getCause() != null ? error.getCause() : error;
        if (!(cause instanceof LiaisonException)) {
            LOG.debug("A request failed", cause);
        }
        return false;
    }
}
