package org.liaison.platform.internal.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.NoSuchElementException;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Unavailable;

/** Maps what a transaction failed with onto the family of errors. */
final class Failures {
    /** Beginnings of SQL states that mean: not now. Derby's 40XL and XS, PostgreSQL's the others. */
    private static final List<String> NOT_NOW = List.of(
            "40XL", // lock wait, deadlock
            "40001", // serialisation failure
            "40P01", // deadlock
            "55P03", // lock wait
            "57", // cancelled, shut down, starting up
            "53", // disk, memory or connections are full
            "58", // input or output failed
            "08", // connection gone
            "25006", // a stand-by that takes no writes
            "XS", // log or page cannot be written
            "XJ0"); // database cannot be opened

    private Failures() {}

    static RuntimeException of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof LiaisonException known) {
                return known;
            }
            // Named, not typed: contexts bring JPA, this bundle does without it.
            if (t.getClass().getSimpleName().equals("OptimisticLockException")) {
                return Conflict.stale(failure);
            }
            if (t instanceof SQLException sql && unavailable(sql)) {
                return new Unavailable("DATABASE_BUSY", "数据库繁忙或暂时不可用，请稍后再试", failure);
            }
            if (t instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return new Conflict("DUPLICATE", "已有相同的数据");
            }
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private static boolean unavailable(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return sql instanceof SQLTransientException
                || sql.getCause() instanceof NoSuchElementException // the pool is exhausted
                || NOT_NOW.stream().anyMatch(state::startsWith);
    }
}
