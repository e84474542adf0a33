package org.liaison.platform.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Publishes the one clock of the platform, in Asia/Shanghai. It may be shifted in demonstration mode only. */
@Component(configurationPid = Settings.PID, service = ClockService.class, immediate = true)
@Designate(ocd = Settings.class)
public final class ClockService {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ServiceRegistration<Clock> registration;

    @Activate
    public ClockService(BundleContext context, Settings settings) {
        registration = context.registerService(Clock.class, clock(settings), new Hashtable<>());
    }

    @Deactivate
    void end() {
        registration.unregister();
    }

    static Clock clock(Settings settings) {
        Clock clock = Clock.system(ZONE);
        if (settings.clockShift().isBlank()) {
            return clock;
        }
        if (!settings.demo()) {
            throw new IllegalStateException("clockShift is set, but this is not a demonstration: refuse to start");
        }
        return Clock.offset(clock, Duration.parse(settings.clockShift()));
    }
}
