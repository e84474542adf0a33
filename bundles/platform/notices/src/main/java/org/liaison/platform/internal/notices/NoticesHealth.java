package org.liaison.platform.internal.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.liaison.platform.api.HealthCheck;
import org.liaison.platform.api.Migrated;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which ways out there are, and what could not be sent. */
@Component
public final class NoticesHealth implements HealthCheck {
    private static final String NAME = "通知发送";
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int MOST_COUNTED = 1_000;

    private final DeliveryTable deliveries;
    private final Channels channels;
    private final Clock clock;

    @Activate
    public NoticesHealth(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=notices)") Migrated migrated,
            @Reference Channels channels,
            @Reference Clock clock) {
        this(new Rows(source), channels, clock);
    }

    NoticesHealth(Rows rows, Channels channels, Clock clock) {
        this.deliveries = new DeliveryTable(rows);
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public Health check() {
        try {
            int failed = deliveries.troubled("FAILED", clock.instant().minus(REMEMBERED), MOST_COUNTED);
            int waiting = deliveries.troubled("WAITING", Instant.EPOCH, MOST_COUNTED);
            if (failed == 0 && waiting == 0) {
                return new Health(NAME, Level.OK, channels.describe(), null);
            }
            return new Health(
                    NAME,
                    failed == 0 ? Level.WARN : Level.BAD,
                    channels.describe() + "；近7天未送达 " + failed + " 件，等待重试 " + waiting + " 件",
                    "请检查 etc/org.liaison.notices.cfg 和邮件服务器，原因见 log:display；站内消息不受影响");
        } catch (RuntimeException e) {
            return new Health(NAME, Level.BAD, "通知表不可读", "请检查数据库");
        }
    }
}
