package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

/** A PostgreSQL that is away when the platform starts, comes, and goes once more while it runs. */
public class DatabaseAwayIT {
    private static final String AWAY = "the database does not answer, trying on";

    @Test
    public void platform_waitsForTheDatabase_andOutlivesItsRestart() throws Exception {
        try (PostgresServer server = new PostgresServer()) {
            PostgresServer.Database database = server.create();
            server.close();
            try (Container container = Container.on(database)) {
                container.start().await(null, "/system/health", 200);
                awaitLine(container);
                assertThat(status(container, null, "/system/ready")).isEqualTo(503);

                server.start();
                container.await(null, "/system/ready", 200).await("clk", Offices.PATH, 200);
                assertThat(container.log().stream().filter(line -> line.contains(AWAY)))
                        .hasSize(1);
                Offices offices = new Offices(container);
                HttpResponse<String> opened = offices.open("clk", Offices.request(), null);
                assertThat(opened.statusCode()).isEqualTo(201);

                server.close();
                container.await("clk", Offices.PATH, 503);
                server.start();
                container.await("clk", Offices.PATH, 200);
                String id = Offices.json(opened).get("office").get("id").asText();
                assertThat(offices.get("clk", id).statusCode()).isEqualTo(200);
            }
        }
    }

    private static int status(Container container, String account, String path) throws Exception {
        return container.send(container.request(account, path).GET()).statusCode();
    }

    private static void awaitLine(Container container) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (container.log().stream().noneMatch(line -> line.contains(AWAY))) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
