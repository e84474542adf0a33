package org.liaison.platform.internal.store;

import java.util.Dictionary;
import java.util.Hashtable;
import javax.sql.DataSource;
import org.liaison.platform.api.Migrated;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema of every bundle with a {@code Liaison-Changelog} header to what the bundle needs, then says so with a
 * {@link Migrated} service. A bundle whose migration fails has no such service, so nothing of it starts on wrong tables.
 */
@Component(service = Migrator.class, immediate = true)
public final class Migrator implements BundleTrackerCustomizer<ServiceRegistration<Migrated>> {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final BundleContext context;
    private final DataSource source;
    private final BundleTracker<ServiceRegistration<Migrated>> tracker;

    @Activate
    public Migrator(BundleContext context, @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source) {
        this.context = context;
        this.source = source;
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void end() {
        tracker.close();
    }

    @Override
    public ServiceRegistration<Migrated> addingBundle(Bundle bundle, BundleEvent event) {
        String header = bundle.getHeaders("").get(Changelog.HEADER);
        if (header == null) {
            return null;
        }
        try {
            Changelog changelog = Changelog.parse(header);
            new Migration(source, bundle, changelog).run();
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(Migrated.SCHEMA, changelog.schema());
            return context.registerService(
                    Migrated.class, new Migrated(changelog.schema(), bundle.getSymbolicName()), properties);
        } catch (Exception e) {
            LOG.error("migration of {} failed: its components stay away", bundle.getSymbolicName(), e);
            return null;
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<Migrated> migrated) {
        // STARTING to ACTIVE changes nothing
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<Migrated> migrated) {
        migrated.unregister();
    }
}
