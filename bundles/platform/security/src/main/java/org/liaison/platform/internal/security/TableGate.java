package org.liaison.platform.internal.security;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Gate;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.permission.Permissions.Grant;
import org.liaison.platform.api.permission.Permissions.Row;
import org.liaison.platform.internal.security.Verdict.Finding;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The gate: reads the permission tables of the contexts that are there; what is in none of them is refused. */
@Component(service = {Gate.class, TableGate.class})
public final class TableGate implements Gate {
    private final Map<String, PermissionTable> tables = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(PermissionTable table) {
        tables.put(table.context(), table);
    }

    // A context that is being replaced takes its table away before its last request has ended: the table stays known
    // until the next one comes. It is harmless, since a right to an operation that is not there is worth nothing.
    void remove(PermissionTable table) {}

    @Override
    public Scope admit(Caller caller, String operation) {
        return judge(caller, operation).scope();
    }

    /** Every operation that the caller would be admitted to. */
    SortedSet<String> admitted(Caller caller) {
        return Stream.concat(
                        PlatformPermissions.OWN.stream(),
                        tables.values().stream().flatMap(table -> table.grants().keySet().stream()))
                .filter(operation -> judge(caller, operation).admitted())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every row of the tables, by operation. */
    List<Row> rows() {
        return tables.values().stream()
                .flatMap(table -> table.grants().entrySet().stream()
                        .map(row -> new Row(table.context(), row.getKey(), grants(row.getValue()))))
                .sorted(Comparator.comparing(Row::operation))
                .toList();
    }

    private static List<Grant> grants(Map<Role, Role.Reach> row) {
        return new TreeMap<>(row)
                .entrySet().stream()
                        .map(grant -> new Grant(grant.getKey(), grant.getValue()))
                        .toList();
    }

    /** What the gate says to a call, and why. */
    Verdict judge(Caller caller, String operation) {
        Binding acting = caller.acting();
        boolean own = PlatformPermissions.OWN.contains(operation);
        if (own && caller.limit() != Caller.Limit.NONE) {
            return new Verdict(operation, acting, null, Finding.TOKEN_LIMIT);
        }
        if (own && caller.scopes() == null && !caller.is(Role.PUB)) {
            return new Verdict(operation, acting, null, Finding.OWN);
        }
        if (caller.bindings().isEmpty()) {
            return new Verdict(operation, null, null, Finding.NO_BINDING);
        }
        if (acting == null) {
            return new Verdict(operation, null, null, Finding.ACTING_REQUIRED);
        }
        PermissionTable table = tables.get(operation.split("\\.", 2)[0]);
        if (table == null) {
            return new Verdict(operation, acting, null, Finding.NO_TABLE);
        }
        Map<Role, Role.Reach> row = table.grants().get(operation);
        Finding finding = finding(row, acting);
        return finding == Finding.GRANTED && caller.scopes() != null && !holds(caller.scopes(), table, operation)
                ? new Verdict(operation, acting, row, Finding.API_SCOPE)
                : new Verdict(operation, acting, row, finding);
    }

    private static Finding finding(Map<Role, Role.Reach> row, Binding acting) {
        if (row == null) {
            return Finding.NO_ROW;
        }
        Role.Reach reach = row.get(acting.role());
        if (reach == null) {
            return Finding.NO_GRANT;
        }
        return fits(reach, acting) ? Finding.GRANTED : Finding.SCOPE_KIND;
    }

    private static boolean holds(Set<ApiScope> scopes, PermissionTable table, String operation) {
        return scopes.stream()
                .anyMatch(scope -> table.scopes().getOrDefault(scope, Set.of()).contains(operation));
    }

    // A right that ends at one's own office is worth nothing under a binding that names none.
    private static boolean fits(Role.Reach reach, Binding acting) {
        Scope.Kind kind = acting.scope().kind();
        return switch (reach) {
            case ALL -> Verdict.beyondHome(reach, acting) || kind == Scope.Kind.ALL || kind == Scope.Kind.CITY;
            case OFFICE -> kind == Scope.Kind.OFFICE;
            case DISPATCHER -> kind == Scope.Kind.DISPATCHER;
            case TASK -> kind == Scope.Kind.TASK;
        };
    }
}
