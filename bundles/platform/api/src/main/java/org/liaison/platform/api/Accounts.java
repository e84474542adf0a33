package org.liaison.platform.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts and their bindings (账户与授权), domain page 3.11. Thread-safe. */
@ProviderType
public interface Accounts {
    /** Looks an account up; for other services of the platform, behind their own gate. */
    Optional<Account> find(String account);

    /**
     * Who holds a role (谁可办); for other services of the platform, behind their own gate. Active accounts only.
     *
     * @param role the role
     * @param scopes scopes of a binding that count
     * @param at day in Asia/Shanghai on which the binding has to be valid
     * @param limit most accounts that are answered
     * @return in the order of their names, each account once with one of the scopes it holds the role in
     */
    List<Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit);

    /**
     * Makes a new account inside the running act (the first HED comes with the opening of the office).
     *
     * @return the one-time password, shown once and never again
     * @throws Conflict {@code ACCOUNT_EXISTS}
     */
    String enrol(Unit unit, String account, String name);

    /**
     * Binds a role inside the running act, or gives one that the account holds another last day.
     *
     * @throws NotFound when there is no such account
     * @throws Conflict {@code ROLE_MIX} when the account may not hold the role beside its others (OPS, SEC, AUD: domain 6.2),
     *     {@code TWO_OFFICES}, {@code THREE_FILERS}
     */
    void bind(Unit unit, String account, Binding binding);

    /**
     * Ends inside the running act what others hold in a scope: the predecessor's on the change of a head, everybody's when an
     * office is no more (domain pages 3.11 and 6.3). What ends earlier stays as it is.
     *
     * @param role the role; null = every role
     * @param last last day in Asia/Shanghai, inclusive
     * @param except account that keeps its own; null = nobody
     * @return the accounts whose right was cut
     */
    Set<String> end(Unit unit, Scope scope, Role role, LocalDate last, String except);

    /**
     * Makes an account with its bindings ({@code platform.user.create}), as long as no LDR has logged in.
     *
     * @return the one-time password
     * @throws Conflict {@code TWO_PERSONS} when accounts have to be asked for and approved by now
     */
    String create(Caller caller, String account, String name, List<Binding> bindings);

    /** Gives an account a new one-time password ({@code platform.user.password}). @return it */
    String resetPassword(Caller caller, String account);

    /**
     * Changes one's own password ({@code platform.password.change}); drops every remembered verification of it.
     *
     * @throws Invalid {@code PASSWORD_WRONG}, {@code PASSWORD_LENGTH}, {@code PASSWORD_CHARACTER}, {@code PASSWORD_KINDS},
     *     {@code PASSWORD_COMMON}, {@code PASSWORD_SIMPLE}, {@code PASSWORD_NAME}, {@code PASSWORD_USED}
     * @throws TooMany {@code LOGIN_LOCKED} after wrong present passwords
     */
    void changePassword(Caller caller, char[] present, char[] wanted);

    /** An account with a scope it holds a role in. */
    record Holder(String account, Scope scope) {}
}
