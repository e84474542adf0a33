package org.liaison.platform.api;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The permission table of one context (权限表): operation × role × reach. The only place that says who may call what,
 * workflow events included (they are added from the workflow's own table). Registered as an OSGi service; the gate, the
 * documentation and the matrix test read it. Immutable.
 */
public final class PermissionTable {
    private final String context;
    private final Map<String, Map<Role, Role.Reach>> grants;
    private final Map<ApiScope, Set<String>> scopes;

    private PermissionTable(
            String context, Map<String, Map<Role, Role.Reach>> grants, Map<ApiScope, Set<String>> scopes) {
        this.context = context;
        this.grants = Collections.unmodifiableMap(new TreeMap<>(grants));
        this.scopes = Collections.unmodifiableMap(new EnumMap<>(scopes));
    }

    public String context() {
        return context;
    }

    /** Every operation of the context with the roles that may call it. */
    public Map<String, Map<Role, Role.Reach>> grants() {
        return grants;
    }

    /** The operations of the context that each scope of programs holds. */
    public Map<ApiScope, Set<String>> scopes() {
        return scopes;
    }

    public static Builder of(String context) {
        return new Builder(context);
    }

    /** Collects rows; an operation may be written once only. */
    public static final class Builder {
        private final String context;
        private final Map<String, Map<Role, Role.Reach>> grants = new LinkedHashMap<>();
        private final Map<ApiScope, Set<String>> scopes = new EnumMap<>(ApiScope.class);

        private Builder(String context) {
            this.context = context;
        }

        /** Grants an operation to roles, each with its home reach. */
        public Builder grant(String operation, Role... roles) {
            return grant(operation, Set.of(roles));
        }

        public Builder grant(String operation, Set<Role> roles) {
            Map<Role, Role.Reach> row = new EnumMap<>(Role.class);
            roles.forEach(role -> row.put(role, role.reach()));
            return row(operation, row);
        }

        /** Grants what belongs to no office, dispatcher or task: whoever may, may it everywhere. */
        public Builder grantEverywhere(String operation, Role... roles) {
            Map<Role, Role.Reach> row = new EnumMap<>(Role.class);
            List.of(roles).forEach(role -> row.put(role, Role.Reach.ALL));
            return row(operation, row);
        }

        private Builder row(String operation, Map<Role, Role.Reach> row) {
            if (!operation.startsWith(context + ".")) {
                throw new IllegalArgumentException(operation + " is not of context " + context);
            }
            if (grants.put(operation, Collections.unmodifiableMap(row)) != null) {
                throw new IllegalArgumentException(operation + " is granted twice");
            }
            return this;
        }

        /** Puts operations that are granted by now into a scope of programs. */
        public Builder scope(ApiScope scope, String... operations) {
            Set<String> held = Set.of(operations);
            if (!grants.keySet().containsAll(held)) {
                throw new IllegalArgumentException(held + " of " + scope + " are not all granted");
            }
            if (scopes.put(scope, held) != null) {
                throw new IllegalArgumentException(scope + " is filled twice");
            }
            return this;
        }

        public PermissionTable build() {
            return new PermissionTable(context, grants, scopes);
        }
    }
}
