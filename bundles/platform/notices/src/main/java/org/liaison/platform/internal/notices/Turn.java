package org.liaison.platform.internal.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose turn it is to run the reminders, among nodes. It saves double work and nothing else: that nobody is reminded twice
 * is the tables' own business, so a node that loses its turn in the middle does no harm.
 */
final class Turn {
    /** A node that died gives its turn back after this. */
    static final Duration LENGTH = Duration.ofMinutes(5);

    private final Rows rows;
    private final String node = UUID.randomUUID().toString();

    Turn(Rows rows) {
        this.rows = rows;
    }

    /** @return whether it is this node's turn, for {@link #LENGTH} from now */
    boolean take(Instant now) {
        return rows.update(
                        "UPDATE notices.turn SET node = ?, until_at = ?"
                                + " WHERE job = 'reminders' AND (until_at <= ? OR node = ?)",
                        node,
                        now.plus(LENGTH).toEpochMilli(),
                        now.toEpochMilli(),
                        node)
                == 1;
    }

    void give() {
        rows.update("UPDATE notices.turn SET until_at = 0 WHERE job = 'reminders' AND node = ?", node);
    }
}
