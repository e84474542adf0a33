package org.liaison.platform.web.internal.front;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BiFunction;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.liaison.platform.api.rules.Labels;
import org.liaison.platform.web.PublicApi;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.liaison.platform.web.SoapApi;
import org.liaison.platform.web.internal.publish.EndpointBus;
import org.liaison.platform.web.internal.publish.Servers;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The publisher: builds the server of an interface on a bus of its own and opens its address at the front. */
@Component(
        service = {Publisher.class, LivePublisher.class},
        configurationPid = WebConfig.PID)
@Designate(ocd = WebConfig.class)
public final class LivePublisher implements Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(LivePublisher.class);
    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";
    private static final int ANY_STATE =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Labels labels;

    private final ScheduledThreadPoolExecutor timer;
    private final Addresses addresses;
    private final Waiting waiting;
    private final Waiting publicWaiting;
    private final LoginDoor login;
    private final long drainMillis;
    private final BundleTracker<Bundle> bundles;

    @Activate
    public LivePublisher(BundleContext context, @Reference LoginDoor login, WebConfig config) {
        keepDefaultBus();
        this.login = login;
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "liaison-web");
            thread.setDaemon(true);
            return thread;
        });
        addresses = new Addresses(timer, config.graceSeconds() * 1000L);
        waiting = new Waiting(timer, config.waitPlaces(), config.waitSeconds() * 1000L);
        publicWaiting = new Waiting(timer, config.publicWaitPlaces(), config.waitSeconds() * 1000L);
        drainMillis = config.drainSeconds() * 1000L;
        bundles = new AddressTracker(context, addresses, ANY_STATE);
        bundles.open();
    }

    @Deactivate
    void close() {
        bundles.close();
        timer.shutdownNow();
    }

    /** The address that serves a request path; empty when no installed bundle names one. */
    Optional<Address> address(String path) {
        return addresses.of(path);
    }

    /** Whether every known address is on the web. */
    boolean complete() {
        return addresses.complete();
    }

    /** Where requests for a closed address stand: those without login take no place from the others. */
    Waiting waiting(Address address) {
        return address.anonymous() ? publicWaiting : waiting;
    }

    @Override
    public Publication publish(RestApi api) {
        return publish(api.owner(), api.address(), api, (bus, rest) -> Servers.rest(bus, rest, this::label));
    }

    @Override
    public Publication publish(PublicApi api) {
        if (!addresses.of(api.address()).map(Address::anonymous).orElse(false)) {
            throw new IllegalStateException(api.address() + " is not declared public in the manifest of its bundle");
        }
        return publish(api.owner(), api.address(), api, (bus, open) -> Servers.open(bus, open, this::label));
    }

    @Override
    public Publication publish(SoapApi api) {
        return publish(api.owner(), api.address(), api, (bus, soap) -> Servers.soap(bus, soap, login));
    }

    /** Answers go without labels of codes while the rules are away. */
    private String label(String list, String code) {
        Labels present = labels;
        return present == null ? null : present.label(list, code);
    }

    private <T> Publication publish(BundleContext owner, String path, T api, BiFunction<Bus, T, Server> build) {
        Bundle bundle = owner.getBundle();
        Address address = addresses.learn(path, bundle.getBundleId());
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        Bus bus = null;
        try {
            bus = EndpointBus.create("liaison" + path.replace('/', '-'), loader);
            Server server = build.apply(bus, api);
            AbstractHTTPDestination destination = (AbstractHTTPDestination) server.getDestination();
            Bus own = bus;
            Publication live = new LivePublication(
                    path,
                    address,
                    (request, response) -> serve(destination, path, loader, request, response),
                    () -> destroy(server, own),
                    drainMillis);
            LOG.info("{} is on the web", path);
            return live;
        } catch (RuntimeException e) {
            if (bus != null) {
                bus.shutdown(true);
            }
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void serve(
            AbstractHTTPDestination destination,
            String path,
            ClassLoader loader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // The absolute address, as the client sees it: base of every link in the answer.
        StringBuffer url = request.getRequestURL();
        url.setLength(url.length() - request.getRequestURI().length());
        request.setAttribute(ADDRESS, url.append(path).toString());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            destination.invoke(null, request.getServletContext(), request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void destroy(Server server, Bus bus) {
        server.destroy();
        bus.shutdown(true);
    }

    /** Without one, the first library that asks would make a default bus of an endpoint's class loader and pin it. */
    private static void keepDefaultBus() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LivePublisher.class.getClassLoader());
        try {
            BusFactory.getDefaultBus(true);
        } finally {
            BusFactory.setThreadDefaultBus(null);
            thread.setContextClassLoader(before);
        }
    }
}
