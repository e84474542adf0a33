package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.liaison.platform.api.Caller.Limit;
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
    private final Clock clock;
    private final Remembered remembered;
    private final Guesses guesses;
    private final SlowChecks checks;
    private final AccessLog log;
    private final String nobody;
    private final Optional<Duration> age;
    private final FormerPasswords former;

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
        this.clock = clock;
        this.remembered = new Remembered(clock);
        this.log = new AccessLog(() -> trail, clock);
        this.guesses = new Guesses(new GuessTable(source), limits, clock, log);
        this.checks = checks;
        this.nobody = nobody;
        this.age = age;
        this.former = new FormerPasswords(source);
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
            return stored;
        }
        boolean right = checks.inTurn(
                attempt.account(), () -> known(stored, password) || check(attempt, stored, password, second));
        return right ? expired(attempt, stored.orElseThrow()) : Optional.empty();
    }

    /** Does slow work in the queue of the logins. */
    <T> T inTurn(String account, Supplier<T> work) {
        return checks.inTurn(account, work);
    }

    // A password that is too old becomes a one-time password: that ends every session and asks for a new one
    // everywhere.
    private Optional<AccountTable.Stored> expired(Attempt attempt, AccountTable.Stored stored) {
        String account = stored.account().account();
        if (age.isEmpty()
                || stored.account().mustChange()
                || former.since(account)
                        .filter(since -> clock.millis() - since >= age.get().toMillis())
                        .isEmpty()) {
            return Optional.of(stored);
        }
        if (accounts.expire(stored)) {
            log.expired(caller(stored.account(), attempt.channel(), attempt.source(), null));
        }
        return accounts.find(account);
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
            if (!stored.get().entered() && !stored.get().account().mustChange()) {
                accounts.entered(attempt.account());
            }
            if (!bars.test(stored.get().account())) {
                remembered.keep(attempt.account(), stored.get().changes(), password);
            }
            log.loggedIn(caller(stored.get().account(), attempt.channel(), attempt.source(), null));
        } else {
            guesses.wrong(attempt);
            log.refused(attempt, "LOGIN_REFUSED");
        }
        return right;
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
        String source = PlatformLoginModule.source(subject);
        return known.limit() == Limit.NONE
                ? caller(found.account(), channel, source, acting)
                : limited(found.account(), known, channel, source, acting);
    }

    private Caller limited(Account account, AccountPrincipal known, Channel channel, String source, String acting) {
        LocalDate today = LocalDate.now(clock);
        Binding binding = account.bindings().stream()
                .filter(held -> held.validOn(today) && held.toString().equals(known.binding()))
                .findFirst()
                .orElseThrow(Forbidden::new);
        if (acting != null && !acting.isBlank()) {
            Bindings.choose(List.of(binding), acting);
        }
        return Bindings.byToken(account, binding, known.limit() == Limit.READ_ONLY_TOKEN, channel, source);
    }

    @Override
    public Caller system(String job) {
        Binding binding = new Binding(Role.SYS, Scope.ALL, null);
        return new Caller("system", "系统", List.of(binding), binding, Channel.SYSTEM, job);
    }

    Caller caller(Account account, Channel channel, String source, String acting) {
        LocalDate today = LocalDate.now(clock);
        List<Binding> valid = new ArrayList<>(valid(account, today));
        if (!account.mustChange()) {
            valid.addAll(accounts.delegated(account.account(), today));
        }
        return new Caller(account.account(), account.name(), valid, choose(valid, acting), channel, source);
    }

    /**
     * What an account may act as on a day; nothing while it cannot log in or has a one-time password. The rights of a legacy
     * account come with its secret, scopes and addresses, never with a password.
     */
    static List<Binding> valid(Account account, LocalDate today) {
        return account.mustChange() || !account.state().equals("ACTIVE")
                ? List.of()
                : account.bindings().stream()
                        .filter(b -> b.validOn(today) && b.role() != Role.LEG)
                        .toList();
    }

    /** The same caller under another of its bindings. */
    Caller caller(Caller caller, String acting) {
        if (acting == null || acting.isBlank()) {
            throw Bindings.unknown();
        }
        Binding chosen = choose(caller.bindings(), acting);
        return new Caller(
                caller.account(), caller.name(), caller.bindings(), chosen, caller.channel(), caller.source());
    }

    private static Binding choose(List<Binding> valid, String acting) {
        if (acting == null || acting.isBlank()) {
            return Bindings.only(valid);
        }
        return Bindings.choose(valid, acting);
    }
}
