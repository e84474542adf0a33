package org.liaison.platform.internal.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.liaison.platform.api.Unavailable;

/** The rows of wrong passwords, shared by all nodes: what one counts, the others see. Thread-safe. */
final class GuessTable {
    // whoever loses so many races in a row stands in a storm
    private static final int TRIES = 100;
    private static final String DUPLICATE = "23505";

    private final Rows rows;

    GuessTable(DataSource source) {
        rows = new Rows(source);
    }

    /** The rows with these two ids; what is not there is missing. */
    Map<String, Guess> find(String one, String other) {
        Map<String, Guess> found = new HashMap<>();
        rows.query(
                row -> found.put(row.getString(1), guess(row, 2)),
                "SELECT id, failures, counted_at, held_until FROM security.guess WHERE id IN (?, ?)",
                one,
                other);
        return found;
    }

    /** Changes a row, atomically over all nodes. */
    Step change(String id, UnaryOperator<Guess> change) {
        for (int i = 0; i < TRIES; i++) {
            Guess before = find(id, id).get(id);
            Guess after = change.apply(before == null ? Guess.NONE : before);
            if (before == null ? insert(id, after) : replace(id, before, after)) {
                return new Step(before == null ? Guess.NONE : before, after);
            }
        }
        throw new Unavailable("DATABASE_BUSY", "数据库繁忙或暂时不可用，请稍后再试");
    }

    private boolean insert(String id, Guess guess) {
        try {
            return rows.update(
                            "INSERT INTO security.guess (id, failures, counted_at, held_until) VALUES (?, ?, ?, ?)",
                            id,
                            guess.failures(),
                            guess.at(),
                            guess.until())
                    == 1;
        } catch (Unavailable e) {
            if (e.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private boolean replace(String id, Guess before, Guess after) {
        return rows.update(
                        "UPDATE security.guess SET failures = ?, counted_at = ?, held_until = ?"
                                + " WHERE id = ? AND failures = ? AND counted_at = ? AND held_until = ?",
                        after.failures(),
                        after.at(),
                        after.until(),
                        id,
                        before.failures(),
                        before.at(),
                        before.until())
                == 1;
    }

    /** Forgets the failures of an account or a source. @return whether there were any */
    boolean delete(String id) {
        return rows.update("DELETE FROM security.guess WHERE id = ?", id) == 1;
    }

    /** Deletes what was counted before a time and holds nobody any more. */
    void purge(long countedBefore, long now) {
        rows.update("DELETE FROM security.guess WHERE counted_at < ? AND held_until <= ?", countedBefore, now);
    }

    /** Everything that holds somebody now, at most so many, in the order of ids. */
    List<Held> held(long now, int most) {
        return rows.query(
                most,
                row -> new Held(row.getString(1), guess(row, 2)),
                "SELECT id, failures, counted_at, held_until FROM security.guess WHERE held_until > ? ORDER BY id",
                now);
    }

    private static Guess guess(ResultSet row, int first) throws SQLException {
        return new Guess(row.getInt(first), row.getLong(first + 1), row.getLong(first + 2));
    }

    /** What a change found and left. */
    record Step(Guess before, Guess after) {}

    /** A row with its id. */
    record Held(String id, Guess guess) {}
}
