package org.liaison.platform.api.account;

import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.osgi.annotation.versioning.ConsumerType;

/** A contribution of a context with queues: passes claimed cases on when their holder hands his right over. Thread-safe. */
@ConsumerType
public interface ClaimHolders {
    /**
     * Passes what one account has claimed in a role to another one, in the running act. Cases in which the other one has
     * acted in a separated part stay (common rule d).
     *
     * @return number of cases passed on, at most 500 at a time
     */
    int pass(Unit unit, String from, String to, Role role, Scope scope);
}
