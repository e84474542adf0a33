package org.liaison.platform.internal.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit trail with its sealer, which looks for new records twice a second. */
@Component(
        service = {AuditTrail.class, HealthCheck.class},
        immediate = true, // the sealer works whether or not somebody asks for the trail
        configurationPid = Settings.PID)
public final class SealedAuditTrail implements AuditTrail, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SealedAuditTrail.class);
    private static final String JOB = "sealer";
    private static final long EVERY_MS = 500;
    private static final long LATE_MS = 10_000;
    private final Database database;
    private final AuditTable table;
    private final Sql sql;
    private final Clock clock;
    private final Chain chain;
    private final HeadFile head;
    private final Sealer sealer;
    private final Leases leases;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "liaison-sealer"));
    private volatile long lastRound = System.currentTimeMillis();
    private boolean failing;

    @Activate
    public SealedAuditTrail(
            @Reference Database database, @Reference Clock clock, @Reference Leases leases, Settings settings) {
        this.database = database;
        this.table = new AuditTable(KeyFile.folder(settings));
        this.sql = new Sql(database);
        this.clock = clock;
        this.leases = leases;
        this.chain = new Chain(table.key());
        this.head = new HeadFile(Path.of(settings.data(), "audit", "head.log"));
        this.sealer = new Sealer(database, chain, head);
        timer.scheduleWithFixedDelay(this::round, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
        try {
            leases.release(JOB);
        } catch (RuntimeException e) {
            LOG.info("the sealer's lease is left to end by itself: {}", e.toString());
        }
    }

    private void round() {
        try {
            int sealed = Sealer.BATCH;
            while (sealed == Sealer.BATCH && leases.hold(JOB)) {
                sealed = sealer.seal();
            }
            lastRound = System.currentTimeMillis();
            failing = false;
        } catch (RuntimeException e) {
            // one line when the trouble begins: the next round tries again
            if (!failing) {
                LOG.warn("audit records could not be sealed, trying on: {}", e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void record(Caller caller, Act act, String result, String reason) {
        table.record(database, clock.instant(), caller, act, result, reason);
    }

    @Override
    public List<Deed> done(String subject, long after, int limit) {
        return sql.query(
                limit,
                row -> new Deed(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Instant.parse(row.getString(7))),
                "SELECT s.seq, a.operation, a.subject_id, a.office_id, a.from_state, a.to_state, a.written_at"
                        + " FROM platform.audit_seal s JOIN platform.audit a ON a.id = s.audit_id"
                        + " WHERE s.seq > ? AND a.subject = ? AND a.result = 'OK' ORDER BY s.seq",
                after,
                subject);
    }

    @Override
    public Proof verify(LongConsumer progress) {
        return new Verification(sql, chain, head).run(progress, clock.millis());
    }

    @Override
    public Health check() {
        long late = System.currentTimeMillis() - lastRound;
        return late < LATE_MS
                ? new Health("审计封存", Level.OK, "正常", null)
                : new Health("审计封存", Level.BAD, "已有" + late / 1000 + "秒未能封存", "检查数据库和数据目录是否可写");
    }
}
