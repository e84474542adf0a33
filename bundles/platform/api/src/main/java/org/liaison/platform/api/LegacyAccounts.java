package org.liaison.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts of the old systems (旧系统账户), domain page 6.3.7: for the security administrator alone. Each has a secret of 256
 * bits that the platform makes and shows once. Thread-safe.
 */
@ProviderType
public interface LegacyAccounts {
    /** Every legacy account, ended ones included, by name; at most 500. */
    List<Legacy> list(Caller caller);

    /** Says what {@link #create} would refuse; changes nothing. */
    void check(Caller caller, NewLegacyAccount wanted);

    /**
     * Makes an account.
     *
     * @return the secret, shown once and never again
     * @throws Invalid with every term that cannot be
     * @throws Conflict {@code ACCOUNT_EXISTS}, {@code ACCOUNT_LOOK_ALIKE}
     */
    String create(Caller caller, NewLegacyAccount wanted);

    /**
     * Gives an account a new secret; the old one is worth nothing from then on.
     *
     * @param dryRun only finds out whether that could be done; then the answer is null
     * @return the secret, shown once and never again
     * @throws NotFound when there is no such account, or it has ended
     */
    String renew(Caller caller, String account, boolean dryRun);

    /**
     * Ends an account for good; an encrypted secret goes.
     *
     * @throws NotFound when there is no such account, or it has ended
     */
    void end(Caller caller, String account, boolean dryRun);

    /**
     * An account that is asked for.
     *
     * @param account login name, 2 to 50 characters of {@code a-z 0-9 . _ -}
     * @param name name of the system, at most 100 characters
     * @param owner account of the person who answers for it
     * @param scopes at least one
     * @param addresses where it may come from: 1 to 50 networks as {@link Networks#parse} reads them
     * @param until last day in Asia/Shanghai, today or later
     * @param digest whether its secret is kept, encrypted, because the client can do no better than PasswordDigest; null = no
     */
    record NewLegacyAccount(
            String account,
            String name,
            String owner,
            Set<ApiScope> scopes,
            List<String> addresses,
            LocalDate until,
            Boolean digest) {}

    /**
     * What an account is for.
     *
     * @param account login name, 2 to 50 characters of {@code a-z 0-9 . _ -}
     * @param name name of the system
     * @param owner account of the person who answers for it
     * @param scopes at least one
     * @param addresses where it may come from; at least one network
     * @param until last day in Asia/Shanghai
     * @param digest whether its secret is kept, encrypted, because the client can do no better than PasswordDigest
     */
    record Terms(
            String account,
            String name,
            String owner,
            Set<ApiScope> scopes,
            Networks addresses,
            LocalDate until,
            boolean digest) {}

    /**
     * An account as it is; holds no secret.
     *
     * @param state ACTIVE, LOCKED or CLOSED
     * @param used when it last logged in, to the minute; null = never
     */
    record Legacy(Terms terms, String state, Instant used) {}
}
