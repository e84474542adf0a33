package org.liaison.platform.internal.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the account of the running platform may do in one schema of PostgreSQL: it owns nothing, it cannot change or delete
 * the rows of insert-only tables, and it only reads what the migration keeps for itself.
 */
final class Grants {
    private static final Set<String> OF_MIGRATION =
            Set.of("databasechangelog", "databasechangeloglock", "migration_digest");
    private static final String[] TABLES = {"TABLE", "PARTITIONED TABLE"};
    private static final String[] VIEWS = {"VIEW", "MATERIALIZED VIEW"};

    private final Connection connection;
    private final Changelog changelog;
    private final String runtime;

    Grants(Connection connection, Changelog changelog, String runtime) {
        this.connection = connection;
        this.changelog = changelog;
        this.runtime = quote(runtime);
    }

    /** Takes every right away and gives the right ones, in one transaction: nobody sees a moment in between. */
    void apply() throws SQLException {
        List<String> statements = new ArrayList<>();
        String schema = quote(changelog.schema());
        statements.add("REVOKE ALL ON ALL TABLES IN SCHEMA " + schema + " FROM " + runtime);
        statements.add("GRANT USAGE ON SCHEMA " + schema + " TO " + runtime);
        statements.add("GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + runtime);
        for (String table : names(TABLES)) {
            statements.add("GRANT " + rights(table) + " ON " + schema + "." + quote(table) + " TO " + runtime);
        }
        for (String view : names(VIEWS)) {
            statements.add("GRANT SELECT ON " + schema + "." + quote(view) + " TO " + runtime);
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private String rights(String table) {
        if (OF_MIGRATION.contains(table)) {
            return "SELECT";
        }
        return changelog.insertOnly().contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
    }

    private List<String> names(String[] types) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, changelog.schema(), null, types)) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
