package org.liaison.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.liaison.platform.internal.store.LocalServer;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Migration on a real PostgreSQL with its two accounts. */
public class MigrationTest {
    private static final Changelog CHANGELOG =
            Changelog.parse("db/platform.xml;schema=platform;insert-only=audit,audit_seal");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Bundle bundle = mock(Bundle.class);
    private final List<URL> files = new ArrayList<>();
    private LocalServer.Accounts accounts;
    private Owner owner;

    @BeforeClass
    public static void startTheServer() throws Exception {
        LocalServer.start();
    }

    @Before
    public void makeDatabase() throws Exception {
        accounts = LocalServer.twoAccounts();
        owner = new Owner(accounts.owner(), accounts.runtime());
        BundleWiring wiring = mock(BundleWiring.class);
        when(wiring.getClassLoader()).thenReturn(getClass().getClassLoader());
        when(bundle.adapt(BundleWiring.class)).thenReturn(wiring);
        URL file = getClass().getResource("/db/platform.xml");
        when(bundle.getEntry("db/platform.xml")).thenReturn(file);
        when(bundle.findEntries("db/", "*.xml", false)).thenAnswer(call -> Collections.enumeration(files));
        files.add(file);
    }

    private void migrate() throws Exception {
        new Migration(owner, bundle, CHANGELOG).run();
    }

    private static void execute(DataSource account, String sql) throws SQLException {
        try (Connection connection = account.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DataSource account, String sql) throws SQLException {
        try (Connection connection = account.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String text(DataSource account, String sql) throws SQLException {
        try (Connection connection = account.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> execute(accounts.running(), sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    public void runningAccount_writesWhatItNeeds() throws Exception {
        migrate();
        execute(accounts.running(), "INSERT INTO platform.counter (series, value) VALUES ('a', 1)");
        execute(accounts.running(), "UPDATE platform.counter SET value = 2");
        execute(accounts.running(), "DELETE FROM platform.counter");
        execute(accounts.running(), "INSERT INTO platform.audit_seal (seq, audit_id, hash) VALUES (1, 1, 'x')");
        assertThat(number(accounts.running(), "SELECT nextval('platform.audit_id')"))
                .isEqualTo(1);
    }

    @Test
    public void runningAccount_changesNoAuditRecordAndNoTable() throws Exception {
        migrate();
        for (String table : List.of("platform.audit", "platform.audit_seal")) {
            assertThat(number(accounts.running(), "SELECT COUNT(*) FROM " + table))
                    .isZero();
            refused("DELETE FROM " + table);
            refused("TRUNCATE " + table);
            refused("DROP TABLE " + table);
        }
        refused("UPDATE platform.audit SET account = 'another'");
        refused("UPDATE platform.audit_seal SET hash = 'another'");
        refused("UPDATE platform.migration_digest SET digest = 'another'");
        refused("DELETE FROM platform.databasechangelog");
        refused("CREATE TABLE platform.mine (id BIGINT)");
        refused("CREATE SCHEMA mine");
    }

    @Test
    public void secondStart_startsNoLiquibase_butGrantsAgain() throws Exception {
        migrate();
        execute(accounts.owner(), "REVOKE ALL ON ALL TABLES IN SCHEMA platform FROM " + accounts.runtime());
        execute(accounts.owner(), "GRANT DELETE ON platform.audit TO " + accounts.runtime());
        long ran = number(accounts.owner(), "SELECT COUNT(*) FROM platform.databasechangelog");
        migrate();
        assertThat(number(accounts.running(), "SELECT COUNT(*) FROM platform.counter"))
                .isZero();
        refused("DELETE FROM platform.audit");
        assertThat(number(accounts.owner(), "SELECT COUNT(*) FROM platform.databasechangelog"))
                .isEqualTo(ran);
    }

    @Test
    public void liquibaseRuns_whenAFileBesideTheChangelogChanged() throws Exception {
        migrate();
        String before = text(accounts.owner(), "SELECT digest FROM platform.migration_digest");
        files.add(getClass().getResource("/rules/settings.csv"));
        migrate();
        assertThat(text(accounts.owner(), "SELECT digest FROM platform.migration_digest"))
                .isNotEqualTo(before);
    }

    @Test
    public void lockRowOfAKilledProcess_holdsNobodyUp() throws Exception {
        migrate();
        execute(accounts.owner(), "UPDATE platform.databasechangeloglock SET locked = TRUE, lockedby = 'killed'");
        execute(accounts.owner(), "DELETE FROM platform.migration_digest");
        migrate();
        assertThat(number(accounts.owner(), "SELECT COUNT(*) FROM platform.migration_digest"))
                .isEqualTo(1);
    }

    @Test
    public void twoNodes_migrateOneAfterTheOther_whenTheyStartTogether() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> node = () -> {
                migrate();
                return null;
            };
            for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(number(accounts.owner(), "SELECT COUNT(*) - COUNT(DISTINCT id) FROM platform.databasechangelog"))
                .isZero();
        assertThat(number(accounts.owner(), "SELECT COUNT(*) FROM platform.migration_digest"))
                .isEqualTo(1);
    }

    @Test
    public void header_namesPathSchemaAndInsertOnlyTables() {
        assertThat(CHANGELOG.insertOnly()).isEqualTo(Set.of("audit", "audit_seal"));
        assertThat(Changelog.parse("db/x.xml;schema=x").insertOnly()).isEmpty();
        assertThatThrownBy(() -> Changelog.parse("db/x.xml")).isInstanceOf(IllegalArgumentException.class);
    }
}
