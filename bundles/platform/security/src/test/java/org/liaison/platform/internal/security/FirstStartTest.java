package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

public class FirstStartTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final EmbeddedDataSource source = new EmbeddedDataSource();

    @Before
    public void makeTables() throws SQLException {
        source.setDatabaseName("memory:" + UUID.randomUUID() + ";create=true");
        execute("CREATE TABLE security.account (account VARCHAR(50) PRIMARY KEY, name VARCHAR(100), state VARCHAR(10),"
                + " must_change INT, password VARCHAR(300), changes BIGINT)");
        execute("CREATE TABLE security.binding (account VARCHAR(50), role VARCHAR(3), scope VARCHAR(60), until DATE)");
    }

    @Test
    public void oneAccountIsMade_whenTheDatabaseIsEmpty() throws Exception {
        start(false);
        assertThat(lines()).singleElement().asString().startsWith("sec\t").contains("一次性密码");
        AccountTable.Stored sec = new AccountTable(source).find("sec").orElseThrow();
        assertThat(sec.account().mustChange()).isTrue();
        String password = lines().get(0).split("\t")[1];
        assertThat(PasswordHash.matches(password.toCharArray(), sec.password())).isTrue();
    }

    @Test
    public void nothingIsMade_whenThereAreAccounts() throws Exception {
        start(true);
        List<String> before = lines();
        start(true);
        assertThat(before).hasSize(7).anyMatch(line -> line.startsWith("clk\t"));
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    public void passwordsAreNotLost_whenTheStartEndedBeforeTheFileHadItsName() throws Exception {
        start(false);
        Path file = folder.getRoot().toPath().resolve("first-accounts.txt");
        Files.move(file, file.resolveSibling("first-accounts.unfinished"));
        start(false);
        assertThat(lines()).hasSize(1);
    }

    private void start(boolean demo) throws InterruptedException {
        FirstStart.Settings settings = mock(FirstStart.Settings.class);
        when(settings.data()).thenReturn(folder.getRoot().toString());
        when(settings.demo()).thenReturn(demo);
        BundleContext context = mock(BundleContext.class);
        ServiceRegistration<FirstStart.Done> done = mock();
        when(context.registerService(eq(FirstStart.Done.class), any(FirstStart.Done.class), isNull()))
                .thenReturn(done);
        new FirstStart(context, source, settings, SecurityDatabase.CHEAP).end();
        verify(done).unregister();
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.getRoot().toPath().resolve("first-accounts.txt"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
