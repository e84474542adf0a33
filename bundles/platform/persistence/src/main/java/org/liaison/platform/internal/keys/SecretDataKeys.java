package org.liaison.platform.internal.keys;

import org.liaison.platform.api.DataKeys;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The same under the ring of secrets that the platform has to know in clear to check what is made of them. */
@Component(service = DataKeys.class, property = "ring=" + SecretDataKeys.RING, configurationPid = Settings.PID)
public final class SecretDataKeys extends TinkDataKeys {
    /** Name of the ring. */
    public static final String RING = "secrets";

    @Activate
    public SecretDataKeys(@Reference Database database, Settings settings) {
        super(database, settings, RING);
    }
}
