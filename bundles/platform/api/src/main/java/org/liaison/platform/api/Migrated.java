package org.liaison.platform.api;

/**
 * Service that says: this schema is migrated to what its bundle needs. Components that touch the schema require it
 * ({@code target = "(schema=registration)"}), so that nothing runs on old tables.
 *
 * @param schema schema name
 * @param bundle symbolic name of the bundle whose changelog ran
 */
public record Migrated(String schema, String bundle) {
    /** Service property that holds the schema. */
    public static final String SCHEMA = "schema";
}
