package org.liaison.platform.api;

import java.time.Instant;
import java.util.List;
import org.liaison.platform.api.workflow.Labelled;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts and sources that are locked after wrong passwords (登录锁定), on whatever node and path. Thread-safe. */
@ProviderType
public interface Locks {
    /** What is locked now, at most 200, accounts first ({@code platform.lock.list}). */
    List<Lock> list(Caller caller);

    /**
     * Ends a lock and forgets the wrong passwords ({@code platform.user.unlock}).
     *
     * @param name account or network address
     * @throws Invalid {@code REQUIRED} when one of the two is missing
     * @throws Conflict {@code NOT_LOCKED} when nothing is held against it
     */
    void unlock(Caller caller, Kind kind, String name);

    /**
     * One lock.
     *
     * @param name account, also one that does not exist; or network address
     * @param failures wrong passwords counted
     * @param until when it ends by itself
     */
    record Lock(Kind kind, String name, int failures, Instant until) {}

    /** What is locked. */
    enum Kind implements Labelled {
        ACCOUNT("账户"),
        SOURCE("来源");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
