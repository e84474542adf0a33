package org.liaison.platform.api.permission;

import java.util.Optional;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Scope;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says whether a thing lies in what somebody may touch (对象是否在范围内), by the same query that loads it. A context registers
 * one service for its operations.
 */
@ConsumerType
public interface Subjects {
    /**
     * Looks for one thing.
     *
     * @param caller who would act, under the binding that is asked about
     * @param scope what the gate would admit the caller to
     * @param operation the operation that would act on it
     * @param id of the thing
     * @return whether it is found; false for a foreign and for a missing one alike; empty when the operation acts on nothing
     *     that this context can look for
     */
    Optional<Boolean> reaches(Caller caller, Scope scope, String operation, String id);
}
