package org.liaison.platform.internal.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * One bundle's changelog on its own schema, with changelog tables of its own. Liquibase is started only when the changelog's
 * digest is not the one that ran last: its first use in a JVM costs seconds.
 */
final class Migration {
    /** Of the session lock that one node holds while it migrates; any number that nothing else on the server uses. */
    private static final long LOCK = 0x4c69_6169_736f_6eL;

    private final Owner owner;
    private final Bundle bundle;
    private final Changelog changelog;

    Migration(Owner owner, Bundle bundle, Changelog changelog) {
        this.owner = owner;
        this.bundle = bundle;
        this.changelog = changelog;
    }

    void run() throws Exception {
        String digest = digest();
        try (Connection connection = owner.source().getConnection()) {
            alone(connection);
            prepare(connection);
            if (!digest.equals(lastDigest(connection))) {
                update(connection);
                remember(connection, digest);
            }
            if (owner.runtime() != null) {
                new Grants(connection, changelog, owner.runtime()).apply();
            }
        }
    }

    /** Waits until no other node migrates; the lock ends with the connection, however it ends. */
    private static void alone(Connection connection) throws SQLException {
        if (Dialect.of(connection) == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            }
        }
    }

    // Over the changelog and what lies beside it: a change in a file that it includes is a change, too.
    private String digest() throws Exception {
        String folder = changelog.path().substring(0, changelog.path().lastIndexOf('/') + 1);
        Enumeration<URL> found = bundle.findEntries(folder, "*.xml", false);
        if (found == null || bundle.getEntry(changelog.path()) == null) {
            throw new IOException("no " + changelog.path() + " in " + bundle.getSymbolicName());
        }
        List<URL> files = new ArrayList<>(Collections.list(found));
        files.sort(Comparator.comparing(URL::getPath));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (URL file : files) {
            try (InputStream in = file.openStream()) {
                digest.update(in.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void prepare(Connection connection) throws SQLException {
        String schema = Dialect.fold(connection, changelog.schema());
        try (Statement statement = connection.createStatement()) {
            if (!found(connection.getMetaData().getSchemas(null, schema))) {
                statement.execute("CREATE SCHEMA " + changelog.schema());
            }
            String table = Dialect.fold(connection, "migration_digest");
            if (!found(connection.getMetaData().getTables(null, schema, table, null))) {
                statement.execute("CREATE TABLE " + changelog.schema()
                        + ".migration_digest (digest VARCHAR(64) NOT NULL PRIMARY KEY)");
            }
        }
    }

    private static boolean found(ResultSet names) throws SQLException {
        try (names) {
            return names.next();
        }
    }

    private String lastDigest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT digest FROM " + changelog.schema() + ".migration_digest")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void remember(Connection connection, String digest) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + changelog.schema() + ".migration_digest");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + changelog.schema() + ".migration_digest (digest) VALUES (?)")) {
            insert.setString(1, digest);
            insert.executeUpdate();
        }
    }

    private void update(Connection connection) throws Exception {
        ClassLoader liquibase = Scope.class.getClassLoader();
        ResourceAccessor files = new CompositeResourceAccessor(
                new ClassLoaderResourceAccessor(bundle.adapt(BundleWiring.class).getClassLoader()),
                new ClassLoaderResourceAccessor(liquibase));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(liquibase);
        try {
            Scope.child(
                    Map.of(
                            Scope.Attr.resourceAccessor.name(), files,
                            Scope.Attr.classLoader.name(), liquibase,
                            // what it would print goes to the log
                            Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> run(connection));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void run(Connection connection) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        if (database instanceof DerbyDatabase derby) {
            derby.setShutdownEmbeddedDerby(false);
        }
        String schema = Dialect.fold(connection, changelog.schema());
        database.setDefaultSchemaName(schema);
        database.setLiquibaseSchemaName(schema);
        // Nobody else migrates now (embedded: this process alone has the files; server: we hold the session lock), so
        // a lock row found here was left by a killed process.
        LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
        CommandScope update = new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog.path())
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF);
        update.setOutput(OutputStream.nullOutputStream());
        update.execute();
    }
}
