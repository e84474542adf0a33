package org.liaison.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The archive as an operator unpacks it: a home without a Maven repository, settings by environment, no network needed. */
public class OfflineBootIT {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final int http = Ports.free();
    private Process container;
    private Path data;

    @Before
    public void start() throws Exception {
        Path home = folder.newFolder("home").toPath();
        data = folder.getRoot().toPath().resolve("elsewhere");
        File archive = new File(System.getProperty("liaison.distribution"));
        Process tar = new ProcessBuilder(
                        "tar", "xzf", archive.getAbsolutePath(), "-C", home.toString(), "--strip-components", "1")
                .start();
        assertEquals(0, tar.waitFor());
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        Map<String, String> environment = builder.environment();
        environment.put("KARAF_EXEC", "exec");
        environment.put("LIAISON_DATA", data.toString());
        environment.put("LIAISON_HTTP_PORT", Integer.toString(http));
        environment.put("LIAISON_SSH_PORT", Integer.toString(Ports.free()));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Whatever asks for a repository or the network finds an empty home and a proxy that nobody serves.
        environment.put("EXTRA_JAVA_OPTS", "-Duser.home=" + home + " -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9"
                + " -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9");
        container = builder.redirectErrorStream(true)
                .redirectOutput(folder.newFile("container.out"))
                .start();
    }

    @After
    public void stop() throws InterruptedException {
        container.destroy();
        assertTrue("the container stops when asked to", container.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    public void answersWithOnlyTheFirstAccount_whenThereIsNoNetworkAndNoRepository() throws Exception {
        awaitAccounts(System.nanoTime() + Duration.ofSeconds(120).toNanos());
        List<String> accounts = Files.readAllLines(data.resolve("first-accounts.txt"));
        assertEquals(1, accounts.size());
        assertTrue(accounts.get(0).startsWith("sec\t"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/system/health"))
                .timeout(Duration.ofSeconds(20))
                .build();
        assertEquals(200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
    }

    /** Waits for the file by the directory's own events, so that the test goes on as soon as it is there. */
    private void awaitAccounts(long end) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path file = data.resolve("first-accounts.txt");
        try (var watch = data.getFileSystem().newWatchService()) {
            data.register(
                    watch,
                    java.nio.file.StandardWatchEventKinds.ENTRY_CREATE,
                    java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(file) || Files.size(file) == 0) {
                assertTrue("no account file in time", System.nanoTime() < end);
                assertTrue("the container ended", container.isAlive());
                var key = watch.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    key.reset();
                }
            }
        }
    }
}
