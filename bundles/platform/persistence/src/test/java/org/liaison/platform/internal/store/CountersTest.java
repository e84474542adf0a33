package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class CountersTest {
    private static final int THREADS = 20;

    private final BothDatabases.Fresh fresh;
    private LocalDatabase database;

    @Parameterized.Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return BothDatabases.all();
    }

    public CountersTest(String name, BothDatabases.Fresh fresh) {
        this.fresh = fresh;
    }

    @Before
    public void makeDatabase() throws Exception {
        database = fresh.make();
    }

    private Map<String, Long> next(String... series) {
        return database.inTransaction(() -> take(series));
    }

    private Map<String, Long> take(String... series) {
        try (Connection connection = database.open()) {
            return Counters.next(connection, Set.of(series));
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    @Test
    public void next_startsAtOneAndCountsEachSeriesApart() {
        assertThat(next("decision/鲁事管备/2026")).isEqualTo(Map.of("decision/鲁事管备/2026", 1L));
        assertThat(next("decision/鲁事管备/2026", "certificate/370100/2026"))
                .isEqualTo(Map.of("decision/鲁事管备/2026", 2L, "certificate/370100/2026", 1L));
    }

    @Test
    public void next_leavesNoGap_whenTheTransactionRollsBack() {
        next("a");
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    take("a", "b");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(next("a", "b")).isEqualTo(Map.of("a", 2L, "b", 1L));
    }

    @Test
    public void next_givesEveryNumberOnce_whenTwentyActsBeginTheSameSeries() throws Exception {
        ExecutorService acts = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Map<String, Long>> act = () -> next("decision/2026", "certificate/2026");
            List<Long> decisions = new ArrayList<>();
            List<Long> certificates = new ArrayList<>();
            for (Future<Map<String, Long>> done : acts.invokeAll(java.util.Collections.nCopies(THREADS, act))) {
                decisions.add(done.get().get("decision/2026"));
                certificates.add(done.get().get("certificate/2026"));
            }
            Long[] all = LongStream.rangeClosed(1, THREADS).boxed().toArray(Long[]::new);
            assertThat(decisions).containsExactlyInAnyOrder(all);
            assertThat(certificates).containsExactlyInAnyOrder(all);
        } finally {
            acts.shutdownNow();
        }
    }
}
