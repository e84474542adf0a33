package org.liaison.registration.internal.store;

import org.liaison.platform.api.Scope;

/** A scope as a condition on an office {@code o}, so that a foreign office and a missing one are the same answer. */
final class OfficeScope {
    /** Name of the query parameter that {@link #condition} uses. */
    static final String PARAMETER = "reach";

    private OfficeScope() {}

    /** JPQL condition; uses {@link #PARAMETER} unless the scope is the whole register. */
    static String condition(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> "1 = 1";
            case CITY -> "o.hostCity = :" + PARAMETER;
            case OFFICE -> "o.id = :" + PARAMETER;
            case DISPATCHER -> "o.dispatcher.id = :" + PARAMETER;
                // a task names no office by itself; contexts with tasks resolve it before they ask
            case TASK -> "o.id = :" + PARAMETER + " and 1 = 0";
        };
    }
}
