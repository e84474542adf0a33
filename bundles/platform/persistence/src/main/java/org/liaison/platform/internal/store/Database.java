package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** The database as this bundle uses it: plain JDBC within the transaction of the thread. Thread-safe. */
public interface Database {
    /** A connection of the thread's transaction, or one that commits by itself when there is none. */
    Connection open() throws SQLException;

    /** Runs the work in a new transaction; any throwable rolls it back. */
    <T> T inTransaction(Supplier<T> work);

    /** Runs the work outside of the thread's transaction, which goes on afterwards. */
    <T> T apart(Supplier<T> work);
}
