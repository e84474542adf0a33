package org.liaison.platform.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One right-bearing link of an account: a role within a scope (角色绑定).
 *
 * @param role the role
 * @param scope what it covers
 * @param until last day of validity in Asia/Shanghai, inclusive; null = open
 * @param giver account whose right it is, when it was handed over during leave (委托); null = the account's own
 */
public record Binding(Role role, Scope scope, LocalDate until, String giver) {
    public Binding {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
    }

    /** A right of the account's own. */
    public Binding(Role role, Scope scope, LocalDate until) {
        this(role, scope, until, null);
    }

    public boolean own() {
        return giver == null;
    }

    public boolean validOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    /** {@code ROLE@SCOPE}, behind it {@code ~GIVER} when it was handed over: the form of audit records and of the acting choice ({@code Liaison-Office}, {@code --office}). */
    @Override
    public String toString() {
        return role + "@" + scope + (giver == null ? "" : "~" + giver);
    }
}
