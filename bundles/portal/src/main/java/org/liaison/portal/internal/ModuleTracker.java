package org.liaison.portal.internal;

import java.io.IOException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the pages of every active bundle that brings some, and lets them go with it. */
final class ModuleTracker extends BundleTracker<Bundle> {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleTracker.class);

    private final Site site;

    ModuleTracker(BundleContext context, Site site) {
        super(context, Bundle.ACTIVE, null);
        this.site = site;
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        String name = bundle.getHeaders("").get(Module.HEADER);
        if (name == null) {
            return null;
        }
        try {
            site.add(Module.read(bundle, name.strip()));
            return bundle;
        } catch (IOException e) {
            LOG.error("The pages of {} are left out", bundle.getSymbolicName(), e);
            return null;
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        site.remove(bundle.getBundleId());
    }
}
