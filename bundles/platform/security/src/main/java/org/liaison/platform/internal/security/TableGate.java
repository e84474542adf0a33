package org.liaison.platform.internal.security;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Gate;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The gate: reads the permission tables of the contexts that are there; what is in none of them is refused. */
@Component
public final class TableGate implements Gate {
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    final List<PermissionTable> tables = new CopyOnWriteArrayList<>();

    @Override
    public Scope admit(Caller caller, String operation) {
        if (caller.bindings().isEmpty() && !operation.equals(PlatformPermissions.OWN_PASSWORD)) {
            throw new Forbidden("NO_BINDING", "账户没有有效授权;首次登录请先修改一次性密码");
        }
        if (operation.equals(PlatformPermissions.OWN_PASSWORD)) {
            return Scope.ALL;
        }
        if (caller.acting() == null) {
            throw Invalid.malformed("Liaison-Office", "ACTING_REQUIRED", "您有多个办理身份,请选择其中一个");
        }
        Role role = caller.acting().role();
        return tables.stream()
                .map(table -> table.grants().getOrDefault(operation, Map.<Role, Role.Reach>of()).get(role))
                .filter(reach -> reach != null && fits(reach, caller.acting().scope()))
                .findFirst()
                .map(reach -> caller.acting().scope())
                .orElseThrow(Forbidden::new);
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
