package org.liaison.registration.internal.store;

import org.liaison.platform.api.Scope;

/** A scope as a condition on an office {@code o}, so that a foreign office and a missing one are the same answer. */
final class OfficeScope {
    /** Name of the query parameter that {@link #condition} uses. */
    static final String PARAMETER = "reach";

    /** Registered offices of a unit and of the units below it: governments stand in at most four levels above each other. */
    private static final String REGISTERED_BELOW =
            "o.status <> org.liaison.registration.api.OfficeStatus.UNREGISTERED and o.dispatcher.id in ("
                    + "select u.id from DispatcherEntity u left join u.superior s1 left join s1.superior s2"
                    + " left join s2.superior s3 where u.id = :" + PARAMETER + " or s1.id = :" + PARAMETER
                    + " or s2.id = :" + PARAMETER + " or s3.id = :" + PARAMETER + ")";

    private OfficeScope() {}

    /** JPQL condition; uses {@link #PARAMETER} unless the scope is the whole register. */
    static String condition(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> "1 = 1";
            case CITY -> "o.hostCity = :" + PARAMETER;
            case OFFICE -> "o.id = :" + PARAMETER;
            case DISPATCHER -> REGISTERED_BELOW;
                // a task is a case of the office: its id is that of the application
            case TASK -> "exists (select t.id from ApplicationEntity t where t.office = o and t.id = :" + PARAMETER
                    + " and t.state = org.liaison.registration.api.ApplicationState.ONSITE)";
        };
    }
}
