package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The change of one's own password (修改密码), under the policy. */
@Component(service = Passwords.class, configurationPid = LoginSettings.PID)
public final class Passwords {
    private final AccountTable accounts;
    private final FormerPasswords former;
    private final Logins logins;
    private final Operations operations;
    private final Clock clock;
    private final PasswordPolicy policy;
    private final int history;
    private final int rounds;

    @Activate
    public Passwords(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Logins logins,
            @Reference Operations operations,
            @Reference Clock clock,
            LoginSettings settings) {
        this(
                source,
                logins,
                operations,
                clock,
                new PasswordPolicy(settings.passwordShortest(), settings.passwordKinds()),
                settings.passwordHistory(),
                PasswordHash.ROUNDS);
    }

    Passwords(
            DataSource source,
            Logins logins,
            Operations operations,
            Clock clock,
            PasswordPolicy policy,
            int history,
            int rounds) {
        this.accounts = new AccountTable(source);
        this.former = new FormerPasswords(source);
        this.logins = logins;
        this.operations = operations;
        this.clock = clock;
        this.policy = policy;
        this.history = history;
        this.rounds = rounds;
    }

    /**
     * Changes a password. The slow hashes are done before the transaction, in the queue of the logins; a wrong present
     * password is a guess like any other.
     */
    void change(Caller caller, char[] present, char[] wanted) {
        Attempt attempt = new Attempt(caller.account(), caller.channel(), caller.source());
        Optional<AccountTable.Stored> stored = logins.verified(attempt, present, account -> true);
        List<Violation> wrong =
                stored.map(found -> wrong(found, present, wanted)).orElseGet(Passwords::notThePresentOne);
        String hash = wrong.isEmpty() ? logins.inTurn(caller.account(), () -> PasswordHash.of(wanted, rounds)) : null;
        Act act = Act.of(PlatformPermissions.OWN_PASSWORD, "account", caller.account(), null);
        operations.run(
                caller,
                act,
                unit -> {
                    if (hash == null) {
                        throw new Invalid(wrong);
                    }
                    return replace(stored.orElseThrow(), hash);
                },
                (scope, id) -> null);
        stored.ifPresent(found -> logins.remember(found.account(), found.changes() + 1, wanted));
    }

    private Done<Void> replace(AccountTable.Stored stored, String hash) {
        String account = stored.account().account();
        if (!accounts.replacePassword(stored, hash)) {
            throw Conflict.stale();
        }
        former.keep(account, stored.changes(), stored.password(), clock.millis(), history - 1);
        return Done.of(null, account, stored.changes() + 1, null);
    }

    private List<Violation> wrong(AccountTable.Stored stored, char[] present, char[] wanted) {
        String account = stored.account().account();
        List<Violation> wrong =
                new ArrayList<>(policy.check(account, stored.account().name(), wanted));
        if (wrong.isEmpty() && (Arrays.equals(present, wanted) || used(account, wanted))) {
            wrong.add(new Violation("wanted", "PASSWORD_USED", "新密码不得与最近" + Math.max(1, history) + "次用过的密码相同"));
        }
        return wrong;
    }

    private boolean used(String account, char[] wanted) {
        List<String> hashes = former.hashes(account, history - 1);
        return !hashes.isEmpty()
                && logins.inTurn(account, () -> hashes.stream().anyMatch(hash -> PasswordHash.matches(wanted, hash)));
    }

    private static List<Violation> notThePresentOne() {
        return List.of(new Violation("present", "PASSWORD_WRONG", "原密码不正确"));
    }

    /** When a password of this age has to be changed. @param days 0 = never */
    static Optional<Duration> age(int days) {
        return days <= 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }
}
