package org.liaison.platform.api;

import java.util.List;
import java.util.function.Consumer;
import org.liaison.platform.api.workflow.Labelled;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The master keys (主密钥) and their replacement while the platform serves (密钥轮换); for the security administrator alone.
 * Thread-safe.
 */
@ProviderType
public interface KeyRotation {
    /** The key rings as they are. */
    List<Ring> status(Caller caller);

    /**
     * Gives every ring a new primary key, puts all rows under it, at most 500 a transaction, and disables the old keys once
     * nothing uses them. A run that was broken off is finished first, without a further key. Start and end are audited.
     *
     * @param dryRun looks only
     * @param progress told after every batch
     * @return the rings as they are then
     * @throws Conflict {@code ROTATION_RUNS} while another run is under way, on any node
     * @throws Unavailable {@code ROWS_AWAY} when the owner of a ring's rows is not there; nothing was begun
     */
    List<Ring> rotate(Caller caller, boolean dryRun, Consumer<Progress> progress);

    /**
     * A key ring.
     *
     * @param name file name without its ending
     * @param label what its keys encrypt, Chinese
     * @param keys oldest first
     */
    record Ring(String name, String label, List<Key> keys) {
        /** Whether a rotation of it was begun and not ended. */
        public boolean unfinished() {
            return keys.stream().anyMatch(key -> key.state() == State.OLD);
        }
    }

    /** A master key and the rows under it. */
    record Key(String id, State state, long rows) {}

    /** State of a key. */
    enum State implements Labelled {
        PRIMARY("使用中"),
        OLD("待停用"),
        DISABLED("已停用");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Rows done of all rows of a ring in this run. */
    record Progress(String label, long done, long all) {}
}
