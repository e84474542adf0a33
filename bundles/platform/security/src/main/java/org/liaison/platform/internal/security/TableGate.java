package org.liaison.platform.internal.security;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Gate;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The gate: reads the permission tables of the contexts that are there; what is in none of them is refused. */
@Component
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
        if (caller.bindings().isEmpty() && !PlatformPermissions.OWN.contains(operation)) {
            throw new Forbidden("NO_BINDING", "账户没有有效授权；首次登录请先修改一次性密码");
        }
        if (PlatformPermissions.OWN.contains(operation) && caller.limit() != Caller.Limit.NONE) {
            throw new Forbidden("TOKEN_LIMIT", "访问令牌不能用于管理账户本身");
        }
        if (PlatformPermissions.OWN.contains(operation) && caller.scopes() == null) {
            return Scope.ALL;
        }
        if (caller.acting() == null) {
            throw Invalid.malformed("Liaison-Office", "ACTING_REQUIRED", "您有多个办理身份，请选择其中一个");
        }
        Role role = caller.acting().role();
        PermissionTable table = tables.get(operation.substring(0, operation.indexOf('.')));
        if (table == null) {
            throw Unavailable.service("权限表");
        }
        Role.Reach reach = table.grants().getOrDefault(operation, Map.of()).get(role);
        if (reach == null || !fits(reach, caller.acting().scope())) {
            throw new Forbidden();
        }
        if (caller.scopes() != null && !holds(caller.scopes(), table, operation)) {
            throw new Forbidden("SCOPE", "该账户的接口范围不包括此操作");
        }
        return caller.acting().scope();
    }

    private static boolean holds(Set<ApiScope> scopes, PermissionTable table, String operation) {
        return scopes.stream()
                .anyMatch(scope -> table.scopes().getOrDefault(scope, Set.of()).contains(operation));
    }

    // A right that ends at one's own office is worth nothing under a binding that names none.
    private static boolean fits(Role.Reach reach, Scope scope) {
        return switch (reach) {
            case ALL -> scope.kind() == Scope.Kind.ALL || scope.kind() == Scope.Kind.CITY;
            case OFFICE -> scope.kind() == Scope.Kind.OFFICE;
            case DISPATCHER -> scope.kind() == Scope.Kind.DISPATCHER;
            case TASK -> scope.kind() == Scope.Kind.TASK;
        };
    }
}
