package org.liaison.platform.internal.store;

import java.sql.SQLException;

/** A statement failed. Unchecked, so that it rolls back. */
public final class SqlFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SqlFailed(SQLException cause) {
        super(cause);
    }

    /** Whether a unique constraint was hit. */
    public boolean duplicate() {
        return "23505".equals(((SQLException) getCause()).getSQLState());
    }
}
