package org.liaison.platform.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One right-bearing link of an account: a role within a scope (角色绑定).
 *
 * @param role the role
 * @param scope what it covers
 * @param until last day of validity in Asia/Shanghai, inclusive; null = open
 */
public record Binding(Role role, Scope scope, LocalDate until) {
    public Binding {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
    }

    public boolean validOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    /** {@code ROLE@SCOPE}, the form of audit records and of the acting choice ({@code Liaison-Office}, {@code --office}). */
    @Override
    public String toString() {
        return role + "@" + scope;
    }
}
