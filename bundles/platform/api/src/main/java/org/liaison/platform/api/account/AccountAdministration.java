package org.liaison.platform.api.account;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.osgi.annotation.versioning.ProviderType;

/** What the security administrator does with accounts that are there, and who sees them (账户管理). Thread-safe. */
@ProviderType
public interface AccountAdministration {
    /** Accounts in the caller's reach by name ({@code platform.account.read}). */
    Page<AccountFile> list(Caller caller, Filter filter, PageRequest page);

    /** One account ({@code platform.account.read}). @throws NotFound when it is not there for the caller */
    AccountFile get(Caller caller, String account);

    /**
     * Locks, unlocks, suspends, resumes or closes an account. What was remembered of its password is forgotten.
     *
     * @param reason why, 1 to 500 characters
     * @throws Conflict {@code ILLEGAL_TRANSITION}, {@code OWN_ACCOUNT}, {@code STALE}
     * @throws Invalid when the event is not one of the five or the reason is missing
     */
    AccountFile fire(Caller caller, String account, long version, AccountEvent event, String reason, String key);

    /**
     * Ends a role of an account ({@code platform.account.end-role}).
     *
     * @throws Invalid when the role, the form of the scope or the reason is wrong, or the day is past
     * @throws NotFound when the account does not hold it
     * @throws Conflict {@code ROLE_ENDED} when it ended or ends earlier already, {@code OWN_ACCOUNT}, {@code STALE}
     */
    AccountFile endRole(Caller caller, String account, long version, RoleEnd end, String key);

    /**
     * Which accounts; each part null = any.
     *
     * @param state whether they may log in
     * @param role a role that they hold or held in the caller's reach
     */
    record Filter(AccountState state, Role role) {
        public static final Filter ALL = new Filter(null, null);
    }
}
