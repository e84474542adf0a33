package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class LeasesTest {
    private static final String JOB = "sealer";

    private final BothDatabases.Fresh fresh;
    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis());
    private LocalDatabase database;
    private Leases one;
    private Leases two;

    @Parameterized.Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return BothDatabases.all();
    }

    public LeasesTest(String name, BothDatabases.Fresh fresh) {
        this.fresh = fresh;
    }

    @Before
    public void startTwoNodes() throws Exception {
        database = fresh.make();
        one = new Leases(database, "one", clock::get);
        two = new Leases(database, "two", clock::get);
    }

    /** Lets the lease end: the row is moved back, because the server's clock cannot be. */
    private void end() throws Exception {
        database.execute("UPDATE platform.lease SET until_ms = until_ms - " + (Leases.TERM_MS + 1_000));
    }

    @Test
    public void oneNodeHoldsAJob_theOtherNot() {
        assertThat(one.hold(JOB)).isTrue();
        assertThat(two.hold(JOB)).isFalse();
        assertThat(one.hold(JOB)).isTrue();
        assertThat(two.hold("another")).isTrue();
    }

    @Test
    public void theOtherTakesOver_whenTheHolderDied() throws Exception {
        assertThat(one.hold(JOB)).isTrue();
        end();
        assertThat(two.hold(JOB)).isTrue();
        clock.addAndGet(Leases.TERM_MS);
        assertThat(one.hold(JOB)).as("the old holder, awake again").isFalse();
    }

    @Test
    public void theHolderRenews_beforeItsLeaseEnds() throws Exception {
        assertThat(one.hold(JOB)).isTrue();
        long until = new Sql(database).number("SELECT until_ms FROM platform.lease");
        database.execute("UPDATE platform.lease SET until_ms = until_ms - 1000");
        clock.addAndGet(Leases.TERM_MS / 2);
        assertThat(one.hold(JOB)).isTrue();
        assertThat(new Sql(database).number("SELECT until_ms FROM platform.lease"))
                .isGreaterThanOrEqualTo(until);
        assertThat(two.hold(JOB)).isFalse();
    }

    @Test
    public void theOtherTakesOverAtOnce_whenTheHolderGaveItBack() {
        assertThat(one.hold(JOB)).isTrue();
        one.release(JOB);
        assertThat(two.hold(JOB)).isTrue();
        one.release(JOB);
        assertThat(two.hold(JOB)).as("a late release takes nothing away").isTrue();
    }
}
