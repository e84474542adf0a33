package org.liaison.platform.internal.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.liaison.platform.internal.store.Database;

/** A database before each of whose statements something happens. */
final class Interrupted implements Database {
    private final Database database;
    private final Runnable before;

    Interrupted(Database database, Runnable before) {
        this.database = database;
        this.before = before;
    }

    @Override
    public Connection open() throws SQLException {
        before.run();
        return database.open();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        return database.apart(work);
    }
}
