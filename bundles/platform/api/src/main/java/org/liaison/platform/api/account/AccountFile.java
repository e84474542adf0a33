package org.liaison.platform.api.account;

import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Role;

/**
 * An account as administrators see it (账户); never holds a secret.
 *
 * @param account login name
 * @param version row version; any change of the account, its password or its roles counts it up
 * @param name the person's name
 * @param state whether it may log in
 * @param mustChange whether its password is a one-time password
 * @param roles roles that the reader may see, ended ones included
 */
public record AccountFile(
        String account, long version, String name, AccountState state, boolean mustChange, List<Held> roles) {
    public AccountFile {
        roles = List.copyOf(roles);
    }

    /**
     * A role that the account holds or held.
     *
     * @param scope what it covers, {@code ALL} or {@code KIND:id}
     * @param until last day in Asia/Shanghai, inclusive; null = open
     */
    public record Held(Role role, String scope, LocalDate until) {}
}
