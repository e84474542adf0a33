package org.liaison.platform.internal.store;

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
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * One bundle's changelog on its own schema, with changelog tables of its own. Liquibase is started only when the changelog's
 * digest is not the one that ran last: its first use in a JVM costs seconds.
 */
final class Migration {
    private final DataSource source;
    private final Bundle bundle;
    private final Changelog changelog;

    Migration(DataSource source, Bundle bundle, Changelog changelog) {
        this.source = source;
        this.bundle = bundle;
        this.changelog = changelog;
    }

    void run() throws Exception {
        String digest = digest();
        try (Connection connection = source.getConnection()) {
            prepare(connection);
            if (!digest.equals(lastDigest(connection))) {
                update(connection);
                remember(connection, digest);
            }
        }
    }

    private String digest() throws Exception {
        URL entry = bundle.getEntry(changelog.path());
        if (entry == null) {
            throw new IOException("no " + changelog.path() + " in " + bundle.getSymbolicName());
        }
        try (InputStream in = entry.openStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
    }

    private void prepare(Connection connection) throws SQLException {
        String schema = changelog.schema().toUpperCase(Locale.ROOT);
        boolean there = false;
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                there |= schemas.getString(1).equalsIgnoreCase(schema);
            }
        }
        try (Statement statement = connection.createStatement()) {
            if (!there) {
                statement.execute("CREATE SCHEMA " + changelog.schema());
            }
            try (ResultSet table = connection.getMetaData().getTables(null, schema, "MIGRATION_DIGEST", null)) {
                if (!table.next()) {
                    statement.execute("CREATE TABLE " + changelog.schema()
                            + ".migration_digest (digest VARCHAR(64) NOT NULL PRIMARY KEY)");
                }
            }
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
                            Scope.Attr.classLoader.name(), liquibase),
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
        String schema = changelog.schema().toUpperCase(Locale.ROOT);
        database.setDefaultSchemaName(schema);
        database.setLiquibaseSchemaName(schema);
        if (database instanceof DerbyDatabase) {
            // Embedded: this process alone has the files, so a lock found here was left by a killed one.
            LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
        }
        CommandScope update = new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog.path())
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF);
        update.setOutput(OutputStream.nullOutputStream());
        update.execute();
    }
}
