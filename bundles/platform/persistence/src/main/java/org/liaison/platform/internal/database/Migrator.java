package org.liaison.platform.internal.database;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
 * {@link Migrated} service. A bundle whose migration fails has no such service, so nothing of it starts on wrong tables; it
 * is tried again until it works or the bundle goes. Works on a thread of its own, one bundle after the other.
 */
@Component(service = Migrator.class, immediate = true)
public final class Migrator implements BundleTrackerCustomizer<Migrator.Task> {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final long AGAIN_MS = 5_000;

    private final BundleContext context;
    private final Owner owner;
    private final BundleTracker<Task> tracker;
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "liaison-migrator"));

    @Activate
    public Migrator(BundleContext context, @Reference Owner owner) {
        this.context = context;
        this.owner = owner;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    // Never interrupted: half a migration is worse than a late stop.
    @Deactivate
    void end() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(60, TimeUnit.SECONDS);
        tracker.close();
    }

    @Override
    public Task addingBundle(Bundle bundle, BundleEvent event) {
        String header = bundle.getHeaders("").get(Changelog.HEADER);
        if (header == null) {
            return null;
        }
        Task task = new Task(bundle, Changelog.parse(header));
        worker.schedule(task, 0, TimeUnit.MILLISECONDS);
        return task;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Task task) {
        // STARTING to ACTIVE changes nothing
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Task task) {
        task.end();
    }

    /** The migration of one bundle, until it is done or the bundle is gone. */
    final class Task implements Runnable {
        private final Bundle bundle;
        private final Changelog changelog;
        private ServiceRegistration<Migrated> migrated;
        private boolean failing;
        private boolean ended;

        private Task(Bundle bundle, Changelog changelog) {
            this.bundle = bundle;
            this.changelog = changelog;
        }

        @Override
        public void run() {
            try {
                if (!isEnded()) {
                    new Migration(owner, bundle, changelog).run();
                    publish();
                }
            } catch (Exception e) {
                if (!failing) {
                    LOG.error(
                            "migration of {} failed: its components stay away, trying on", bundle.getSymbolicName(), e);
                }
                failing = true;
                again();
            }
        }

        private void again() {
            if (!worker.isShutdown() && !isEnded()) {
                worker.schedule(this, AGAIN_MS, TimeUnit.MILLISECONDS);
            }
        }

        private synchronized boolean isEnded() {
            return ended;
        }

        // The registration wakes components, which may take other locks: it must not happen under ours.
        private void publish() {
            Migrated service = new Migrated(changelog.schema(), bundle.getSymbolicName());
            ServiceRegistration<Migrated> registration = context.registerService(
                    Migrated.class, service, new Hashtable<>(Map.of(Migrated.SCHEMA, changelog.schema())));
            synchronized (this) {
                if (!ended) {
                    migrated = registration;
                    return;
                }
            }
            registration.unregister();
        }

        private void end() {
            ServiceRegistration<Migrated> registration;
            synchronized (this) {
                ended = true;
                registration = migrated;
            }
            if (registration != null) {
                registration.unregister();
            }
        }
    }
}
