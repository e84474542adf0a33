package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.UsernameToken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The one login. An account with a one-time password has no bindings until it has changed it. */
@Component(
        service = {Callers.class, Logins.class},
        configurationPid = LoginSettings.PID)
public final class Logins implements Callers {
    // no password has one character
    private static final char[] WRONG = {'-'};

    private final AccountTable accounts;
    private final AccountCallers callers;
    private final Remembered remembered;
    private final Guesses guesses;
    private final SlowChecks checks;
    private final AccessLog log;
    private final String nobody;
    private final PasswordAge age;

    // a login is answered also while the trail is away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    // passwords open the door also while tokens are away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile JdbcAccessTokens accessTokens;

    // whether a password alone does not let an account in
    private Predicate<Account> bars = account -> false;

    // people log in also while that of programs is away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LegacyLogins programs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Tokens tokens;

    @Activate
    public Logins(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference FirstStart.Done first,
            @Reference Clock clock,
            LoginSettings settings) {
        this(
                source,
                clock,
                GuessLimits.of(settings),
                new SlowChecks(settings.hashes(), settings.hashPlaces()),
                PasswordHash.NOBODY,
                Passwords.age(settings.passwordDays()));
    }

    Logins(
            DataSource source,
            Clock clock,
            GuessLimits limits,
            SlowChecks checks,
            String nobody,
            Optional<Duration> age) {
        this.accounts = new AccountTable(source);
        this.callers = new AccountCallers(accounts, clock);
        this.remembered = new Remembered(clock);
        this.log = new AccessLog(() -> trail, clock);
        this.guesses = new Guesses(new GuessTable(source), limits, clock, log);
        this.checks = checks;
        this.nobody = nobody;
        this.age = new PasswordAge(new FormerPasswords(source), clock, age);
    }

    @Reference
    void factors(JdbcSecondFactor factors) {
        bars = factors::bars;
    }

    @Override
    public Optional<Caller> login(UsernameToken token, String source, String acting) {
        Tokens rules = there(tokens);
        rules.check(token);
        // A digest of no legacy account is a wrong password like any other: the same answer after the same work.
        Optional<Caller> caller = token.digest()
                ? there(programs)
                        .byDigest(token, source)
                        .or(() -> login(token.account(), WRONG.clone(), Channel.SOAP, source, acting))
                : login(token.account(), token.password().toCharArray(), Channel.SOAP, source, acting);
        caller.ifPresent(known -> rules.useUp(token));
        return caller;
    }

    private static <T> T there(T service) {
        if (service == null) {
            throw Unavailable.service("登录服务");
        }
        return service;
    }

    @Override
    public Optional<Caller> login(String account, char[] password, Channel channel, String source, String acting) {
        if (LegacySecret.looksLike(password)) {
            Optional<Caller> program = there(programs).byText(account, password, channel, source);
            if (program.isPresent()) {
                return program;
            }
        }
        JdbcAccessTokens present = accessTokens;
        if (present != null && JdbcAccessTokens.looksLike(password)) {
            Optional<Caller> bearer = present.caller(String.valueOf(password), channel, source)
                    .filter(owner -> owner.account().equals(account));
            if (bearer.isPresent()) {
                return bearer;
            }
        }
        Attempt attempt = new Attempt(account, channel, source);
        return verified(attempt, password, found -> withoutFactor(attempt, found))
                .map(found -> caller(found.account(), channel, source, acting));
    }

    private boolean withoutFactor(Attempt attempt, Account account) {
        if (bars.test(account)) {
            log.refused(attempt, "SECOND_FACTOR");
            throw new Forbidden("SECOND_FACTOR", "此账户须以双因素认证登录，程序和控制台请使用访问令牌");
        }
        return true;
    }

    /**
     * The account whose password this is.
     *
     * @param second asked once the password is right; when it says no, the guess was wrong. It is not asked while the
     *     password is remembered, which is never that of an account with a second factor
     */
    Optional<AccountTable.Stored> verified(Attempt attempt, char[] password, Predicate<Account> second) {
        guesses.admit(attempt);
        Optional<AccountTable.Stored> stored = accounts.find(attempt.account());
        if (known(stored, password)) {
            return entered(stored);
        }
        boolean right = checks.inTurn(
                attempt.account(), () -> known(stored, password) || check(attempt, stored, password, second));
        return right ? entered(expired(attempt, stored.orElseThrow())) : Optional.empty();
    }

    // Asked of every login: a password that was set just now is remembered and comes to no slow check.
    private Optional<AccountTable.Stored> entered(Optional<AccountTable.Stored> stored) {
        stored.filter(found -> !found.entered() && !found.account().mustChange())
                .ifPresent(found -> accounts.entered(found.account().account()));
        return stored;
    }

    /** Does slow work in the queue of the logins. */
    <T> T inTurn(String account, Supplier<T> work) {
        return checks.inTurn(account, work);
    }

    // A password that is too old becomes a one-time password: that ends every session and asks for a new one
    // everywhere.
    private Optional<AccountTable.Stored> expired(Attempt attempt, AccountTable.Stored stored) {
        if (!age.isOver(stored)) {
            return Optional.of(stored);
        }
        if (accounts.expire(stored)) {
            log.expired(caller(stored.account(), attempt.channel(), attempt.source(), null));
        }
        return accounts.find(stored.account().account());
    }

    private boolean known(Optional<AccountTable.Stored> stored, char[] password) {
        return stored.isPresent()
                && active(stored.get())
                && remembered.knows(
                        stored.get().account().account(), stored.get().changes(), password);
    }

    private boolean check(
            Attempt attempt, Optional<AccountTable.Stored> stored, char[] password, Predicate<Account> second) {
        guesses.begin(attempt);
        String hash = stored.map(AccountTable.Stored::password).orElse(nobody);
        boolean right = PasswordHash.matches(password, hash)
                && stored.isPresent()
                && active(stored.get())
                && second.test(stored.get().account());
        if (right) {
            guesses.right(attempt);
            remember(stored.get().account(), stored.get().changes(), password);
            log.loggedIn(caller(stored.get().account(), attempt.channel(), attempt.source(), null));
        } else {
            guesses.wrong(attempt);
            log.refused(attempt, "LOGIN_REFUSED");
        }
        return right;
    }

    /** Spares the slow hash of a password that was just proven or set. @param changes of the account since when it holds */
    void remember(Account account, long changes, char[] password) {
        if (!bars.test(account)) {
            remembered.keep(account.account(), changes, password);
        }
    }

    private static boolean active(AccountTable.Stored stored) {
        return stored.account().state().equals("ACTIVE");
    }

    @Override
    public Caller of(Subject subject, Channel channel, String acting) {
        if (subject == null) {
            throw new Forbidden();
        }
        AccountPrincipal known = subject.getPrincipals(AccountPrincipal.class).stream()
                .findFirst()
                .orElseThrow(Forbidden::new);
        AccountTable.Stored found =
                accounts.find(known.name()).filter(Logins::active).orElseThrow(Forbidden::new);
        return callers.of(found.account(), known, channel, PlatformLoginModule.source(subject), acting);
    }

    @Override
    public Caller system(String job) {
        Binding binding = new Binding(Role.SYS, Scope.ALL, null);
        return new Caller("system", "系统", List.of(binding), binding, Channel.SYSTEM, job);
    }

    Caller caller(Account account, Channel channel, String source, String acting) {
        return callers.of(account, channel, source, acting);
    }
}
