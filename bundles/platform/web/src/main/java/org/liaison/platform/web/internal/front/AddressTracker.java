package org.liaison.platform.web.internal.front;

import org.liaison.platform.web.Publisher;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;

/** Reads the addresses of every installed bundle from its manifest. */
final class AddressTracker extends BundleTracker<Bundle> {
    private final Addresses addresses;

    AddressTracker(BundleContext context, Addresses addresses, int states) {
        super(context, states, null);
        this.addresses = addresses;
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        return learn(bundle) ? bundle : null;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle known) {
        if (event != null && event.getType() == BundleEvent.UPDATED) {
            learn(bundle);
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle known) {
        addresses.forget(bundle.getBundleId());
    }

    private boolean learn(Bundle bundle) {
        String header = bundle.getHeaders("").get(Publisher.HEADER);
        if (header == null) {
            return false;
        }
        for (Declared declared : Declared.of(header)) {
            addresses.learn(declared.path(), bundle.getBundleId()).anonymous(declared.anonymous());
        }
        return true;
    }
}
