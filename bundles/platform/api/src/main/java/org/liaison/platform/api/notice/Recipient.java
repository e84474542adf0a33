package org.liaison.platform.api.notice;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;

/**
 * Who is to be told (接收人): the holders of a role in one of the scopes, or one of them. Found among the bindings that are
 * valid on the day, so whoever lost the role is told nothing more.
 *
 * @param role the role that the notice is for
 * @param scopes the scopes of a binding that make its holder a recipient
 * @param account the only account meant; null = every holder, up to a few hundred
 */
public record Recipient(Role role, Set<Scope> scopes, String account) {
    public Recipient {
        Objects.requireNonNull(role, "role");
        scopes = Set.copyOf(scopes);
    }

    /** The people of an office who hold the role there. */
    public static Recipient office(Role role, String officeId) {
        return new Recipient(role, Set.of(Scope.office(officeId)), null);
    }

    /**
     * The Bureau's people who hold the role for a host city or for all of them.
     *
     * @param hostCity code of the office's host city
     * @param account whoever holds the case; null = nobody does, so everybody of the queue is told
     */
    public static Recipient bureau(Role role, String hostCity, String account) {
        Set<Scope> scopes = new LinkedHashSet<>();
        scopes.add(Scope.ALL);
        scopes.add(Scope.city(hostCity));
        return new Recipient(role, scopes, account);
    }
}
