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
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

public class FirstStartTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final AccountsDatabase database = new AccountsDatabase();

    @Test
    public void oneAccountIsMade_whenTheDatabaseIsEmpty() throws Exception {
        start(false);
        assertThat(lines()).singleElement().asString().startsWith("sec\t").contains("一次性密码");
        AccountTable.Stored sec = new AccountTable(database.source).find("sec").orElseThrow();
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
        new FirstStart(context, database.source, settings, SecurityDatabase.CHEAP).end();
        verify(done).unregister();
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.getRoot().toPath().resolve("first-accounts.txt"));
    }
}
