package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;

/** What roles one account may hold together (domain page 6.1 and 6.2). No state. */
final class BindingRules {
    /** Each excludes every other role: three separated administrators (三员分立). */
    static final Set<Role> ALONE = EnumSet.of(Role.OPS, Role.SEC, Role.AUD);

    /** A filer's or head's post is in one office; who serves a joint one has two. */
    static final int OFFICES = 2;

    /** Filers of one office. */
    static final int FILERS = 3;

    private BindingRules() {}

    /**
     * Checks a further role.
     *
     * @param held all roles of the account, ended ones included
     * @throws Conflict {@code ROLE_MIX}, {@code TWO_OFFICES}
     */
    static void check(List<Binding> held, Binding wanted, LocalDate today) {
        if (!wanted.role().bindable()) {
            throw new Invalid("role", "ROLE_NOT_BINDABLE", "此角色不能授予账户");
        }
        Set<Role> roles = EnumSet.of(wanted.role());
        Set<Scope> offices = new HashSet<>(Set.of(wanted.scope()));
        held.stream().filter(binding -> binding.validOn(today)).forEach(binding -> {
            roles.add(binding.role());
            offices.add(binding.scope());
        });
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            throw new Conflict("ROLE_MIX", "平台运维、安全管理、审计三员须各自独立，且不得兼任业务角色");
        }
        offices.removeIf(scope -> scope.kind() != Scope.Kind.OFFICE);
        if (wanted.scope().kind() == Scope.Kind.OFFICE && offices.size() > OFFICES) {
            throw new Conflict("TWO_OFFICES", "该账户已在两个办事机构任职，不能再加入第三个；请先终止其中一个");
        }
    }
}
