package org.liaison.registration.internal.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.HealthCheck;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificates;
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

        /** Whether there are filings, too; without them one office with its accounts is all. */
        boolean demoData() default true;
    }

    private final List<Seed> seeds = new ArrayList<>();
    private final ScheduledExecutorService timer;
    private final ServiceRegistration<HealthCheck> registration;
    private volatile int sown;
    private volatile String trouble;
    private int tries;

    @Activate
    public DemonstrationData(
            BundleContext context,
            @Reference Offices offices,
            @Reference Applications applications,
            @Reference Certificates certificates,
            @Reference Accounts accounts,
            @Reference AccountRequests requests,
            @Reference Clock clock,
            Settings settings) {
        DemonstrationAccounts people = new DemonstrationAccounts(accounts, requests, Path.of(settings.data()));
        seeds.add(new DemonstrationOffice(offices, people));
        if (settings.demoData()) {
            DemonstrationCertificates printed = new DemonstrationCertificates(certificates, people, clock);
            for (int number = 0; number < Stage.OF_SAMPLES.size(); number++) {
                seeds.add(new DemonstrationFiling(number, offices, applications, printed, people, clock));
            }
        }
        if (settings.demo()) {
            registration = context.registerService(HealthCheck.class, this, null);
            timer = Executors.newSingleThreadScheduledExecutor(DemonstrationData::thread);
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

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "liaison-demonstration");
        // whoever works with the platform meanwhile comes first
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    // One at a time with a rest between, so that a stop does not wait and the first visitors are not slowed. What the
    // first one needs, the accounts and the tables of rights, may come a little later than this component.
    private void round() {
        try {
            seeds.get(sown).sow();
            sown++;
            trouble = null;
            tries = 0;
            if (sown == seeds.size()) {
                timer.shutdown();
            }
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
        String text = sown == seeds.size() ? "已就绪" : "正在准备：" + sown + "/" + seeds.size();
        return trouble == null || tries < PATIENCE
                ? new Health(NAME, Level.OK, text, null)
                : new Health(NAME, Level.WARN, text, "演示数据未能生成，请用 log:display 查看原因");
    }
}
