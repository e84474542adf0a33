package org.liaison.platform.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How the platform is now (平台状态): the container and every {@link HealthCheck} that is there. Thread-safe. */
@ProviderType
public interface HealthReport {
    /** Looks at everything now, the worst first. Answers also when the database is away; asks no gate, the caller has to. */
    List<HealthCheck.Health> all();
}
