package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;

public class CountersTest {
    private final String url = "jdbc:derby:memory:" + UUID.randomUUID() + ";create=true";

    @Before
    public void makeTable() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("CREATE SCHEMA platform");
            connection
                    .createStatement()
                    .execute("CREATE TABLE platform.counter (series VARCHAR(100) PRIMARY KEY, value BIGINT NOT NULL)");
        }
    }

    @Test
    public void next_startsAtOneAndCountsEachSeriesApart() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(Counters.next(connection, Set.of("decision/鲁事管备/2026")))
                    .isEqualTo(Map.of("decision/鲁事管备/2026", 1L));
            assertThat(Counters.next(connection, Set.of("decision/鲁事管备/2026", "certificate/370100/2026")))
                    .isEqualTo(Map.of("decision/鲁事管备/2026", 2L, "certificate/370100/2026", 1L));
        }
    }

    @Test
    public void next_leavesNoGap_whenTheTransactionRollsBack() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            Counters.next(connection, Set.of("a"));
            connection.commit();
            Counters.next(connection, Set.of("a"));
            connection.rollback();
            assertThat(Counters.next(connection, Set.of("a"))).isEqualTo(Map.of("a", 2L));
            connection.commit();
        }
    }
}
