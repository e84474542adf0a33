package org.liaison.registration.internal.store;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.Query;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;

/**
 * Which applications {@code a} of which offices {@code o} a caller may touch, as a condition of the query itself, so that a
 * foreign case and a missing one are the same answer (domain page 6.2 row 3, 6.3). A draft is its author's and its office's
 * alone; the dispatching side sees what was approved; who has a task sees its case while the task is open.
 */
public final class Reach {
    private static final String STATE = "org.liaison.registration.api.ApplicationState.";

    private final String condition;
    private final Map<String, Object> parameters = new HashMap<>();

    private Reach(String condition) {
        this.condition = condition;
    }

    /** @param scope what the gate admitted the caller to */
    public static Reach of(Caller caller, Scope scope) {
        if (caller.is(Role.LEG)) {
            return new Reach("a.source = 'LEGACY' and a.author = :author").with("author", caller.account());
        }
        Reach reach = new Reach(
                switch (scope.kind()) {
                    case OFFICE -> OfficeScope.condition(scope);
                    case ALL, CITY -> OfficeScope.condition(scope) + " and a.state <> " + STATE + "DRAFT";
                    case DISPATCHER -> OfficeScope.condition(scope) + " and a.state = " + STATE + "APPROVED";
                    case TASK -> "a.id = :" + OfficeScope.PARAMETER + " and a.state = " + STATE + "ONSITE";
                });
        return scope.id() == null ? reach : reach.with(OfficeScope.PARAMETER, scope.id());
    }

    String condition() {
        return condition;
    }

    void restrict(Query query) {
        parameters.forEach(query::setParameter);
    }

    private Reach with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }
}
