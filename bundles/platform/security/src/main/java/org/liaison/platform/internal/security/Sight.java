package org.liaison.platform.internal.security;

import org.liaison.platform.api.Scope;

/**
 * What of accounts and requests a scope sees, as part of the query itself: rows with the columns {@code scope} and
 * {@code city}.
 *
 * @param condition SQL
 * @param value its one value; null = it has none
 */
record Sight(String condition, String value) {
    static Sight of(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> new Sight("1 = 1", null);
            case CITY -> new Sight("city = ?", scope.id());
            case OFFICE, DISPATCHER -> new Sight("scope = ?", scope.toString());
            case TASK -> new Sight("1 = 0", null);
        };
    }

    boolean everything() {
        return value == null && condition.equals("1 = 1");
    }
}
