package org.liaison.platform.internal.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Unavailable;

/** Maps what a transaction failed with onto the family of errors. */
final class Failures {
    // Lock wait and deadlock (Derby, then PostgreSQL), connection gone, disk full.
    private static final Set<String> BUSY = Set.of("40XL1", "40XL2", "40001", "40P01", "55P03");

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
                return new Unavailable("DATABASE_BUSY", "数据库繁忙或暂时不可用,请稍后再试", failure);
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
                || BUSY.contains(state)
                || state.startsWith("08")
                || state.startsWith("53");
    }
}
