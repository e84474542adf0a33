package org.liaison.registration.internal.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.HealthCheck;
import org.liaison.registration.api.Offices;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the demonstration data (演示数据) in the background, in demonstration mode only; each name in it begins with 演示.
 * What is there is left as it is, so every start completes what an earlier one did not. {@code platform:status} shows how
 * far it is.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.liaison.platform",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DemonstrationData implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationData.class);
    private static final String NAME = "演示数据";
    private static final long EVERY_MS = 500;
    private static final int PATIENCE = 600;

    /** The settings that this component reads of {@code etc/org.liaison.platform.cfg}. */
    @interface Settings {
        /** Directory of everything that is not the program. */
        String data() default "data";

        /** Demonstration mode. */
        boolean demo() default false;
    }

    private final List<Seed> seeds;
    private final ScheduledExecutorService timer;
    private final ServiceRegistration<HealthCheck> registration;
    private volatile int sown;
    private volatile String trouble;
    private int tries;

    @Activate
    public DemonstrationData(
            BundleContext context, @Reference Offices offices, @Reference Accounts accounts, Settings settings) {
        seeds = List.of(
                new DemonstrationOffice(offices, new DemonstrationAccounts(accounts, Path.of(settings.data()))));
        if (settings.demo()) {
            registration = context.registerService(HealthCheck.class, this, null);
            timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "liaison-demonstration"));
            timer.scheduleWithFixedDelay(this::round, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        } else {
            registration = null;
            timer = null;
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        if (timer != null) {
            registration.unregister();
            timer.shutdown();
            timer.awaitTermination(20, TimeUnit.SECONDS);
        }
    }

    // The accounts of the first start and the tables of rights may come a little later than this component.
    private void round() {
        try {
            while (sown < seeds.size()) {
                seeds.get(sown).sow();
                sown++;
            }
            trouble = null;
            timer.shutdown();
        } catch (RuntimeException e) {
            trouble = e.toString();
            tries++;
            if (tries == PATIENCE) {
                LOG.warn("the demonstration data could not be made: {}", trouble);
                timer.shutdown();
            }
        }
    }

    @Override
    public Health check() {
        String text = sown == seeds.size() ? "已就绪" : "正在准备:" + sown + "/" + seeds.size();
        return trouble == null || tries < PATIENCE
                ? new Health(NAME, Level.OK, text, null)
                : new Health(NAME, Level.WARN, text, "演示数据未能生成,请用 log:display 查看原因");
    }
}
