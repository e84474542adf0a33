package org.liaison.platform.internal.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** The one PostgreSQL of this JVM. */
public final class LocalServer {
    private static EmbeddedPostgres server;

    private LocalServer() {}

    /** Starts it unless it runs. */
    public static synchronized EmbeddedPostgres start() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(LocalServer::stop));
        }
        return server;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty database. @return its name */
    static String create(String more) throws SQLException, IOException {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        run("CREATE DATABASE " + name + more);
        return name;
    }

    private static void run(String sql) throws SQLException, IOException {
        try (Connection connection = start().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An empty database with an account that owns it and one that has nothing yet. */
    public static Accounts twoAccounts() throws SQLException, IOException {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        run("CREATE ROLE owner_" + unique + " LOGIN");
        run("CREATE ROLE app_" + unique + " LOGIN");
        String name = create(" OWNER owner_" + unique);
        return new Accounts(
                server.getDatabase("owner_" + unique, name),
                server.getDatabase("app_" + unique, name),
                "app_" + unique);
    }

    /**
     * The accounts of one database.
     *
     * @param runtime name of the account behind {@code running}
     */
    public record Accounts(DataSource owner, DataSource running, String runtime) {}
}
