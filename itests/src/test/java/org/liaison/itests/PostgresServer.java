package org.liaison.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A real PostgreSQL from Maven artifacts. One serves the whole run; whoever wants to stop it takes one of its own. */
final class PostgresServer implements AutoCloseable {
    private static PostgresServer shared;

    private final Path work;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    PostgresServer() throws IOException {
        work = Files.createDirectories(Path.of("target", "postgres")
                .toAbsolutePath()
                .resolve(UUID.randomUUID().toString()));
        start();
    }

    static synchronized PostgresServer shared() {
        if (shared == null) {
            try {
                shared = new PostgresServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Starts the server, on the data that a stopped one left. */
    void start() throws IOException {
        // everybody but the superuser of the tests proves a password
        Path access = work.resolve("access.conf");
        Files.writeString(access, "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .setDataDirectory(work.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("hba_file", access.toString())
                .setServerConfig("max_connections", "200")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        work.resolve("server.log").toFile()))
                .setPort(port)
                .start();
    }

    /** A fresh database with an owner and a runtime account, as an operator would make them. */
    Database create() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Database database = new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/liaison_" + unique, "app_" + unique, "owner_" + unique, work);
        run("CREATE ROLE " + database.owner + " LOGIN PASSWORD 'secret of " + database.owner + "'");
        run("CREATE ROLE " + database.user + " LOGIN PASSWORD 'secret of " + database.user + "'");
        run("CREATE DATABASE liaison_" + unique + " OWNER " + database.owner);
        return database;
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One database on the server and its two accounts. */
    record Database(String url, String user, String owner, Path work) {
        /** Values of {@code etc/org.liaison.database.cfg}. */
        Map<String, String> configuration() throws IOException {
            return Map.of(
                    "url", url,
                    "user", user,
                    "passwordFile", passwordFile(user),
                    "owner", owner,
                    "ownerPasswordFile", passwordFile(owner));
        }

        /** The same as environment. */
        Map<String, String> settings() throws IOException {
            Map<String, String> values = configuration();
            return Map.of(
                    "LIAISON_DB_URL", values.get("url"),
                    "LIAISON_DB_USER", values.get("user"),
                    "LIAISON_DB_PASSWORD_FILE", values.get("passwordFile"),
                    "LIAISON_DB_OWNER", values.get("owner"),
                    "LIAISON_DB_OWNER_PASSWORD_FILE", values.get("ownerPasswordFile"));
        }

        private String passwordFile(String account) throws IOException {
            Path file = work.resolve(account + ".password");
            Files.writeString(file, "secret of " + account + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file.toString();
        }

        /** A connection of the account that the running platform uses. */
        Connection asRuntime() throws SQLException {
            return DriverManager.getConnection(url, user, "secret of " + user);
        }

        /** A connection of the account that owns the schemas. */
        Connection asOwner() throws SQLException {
            return DriverManager.getConnection(url, owner, "secret of " + owner);
        }
    }
}
