package org.liaison.platform.internal.security;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one login. An account with a one-time password has no bindings until it has changed it. */
@Component
public final class Logins implements Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final AccountTable accounts;
    private final Clock clock;
    private final Remembered remembered;
    private final SlowChecks checks = new SlowChecks();

    // a login is answered also while the trail is away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    @Activate
    public Logins(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference FirstStart.Done first,
            @Reference Clock clock) {
        this(new AccountTable(source), clock);
    }

    Logins(AccountTable accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.remembered = new Remembered(clock);
    }

    @Override
    public Optional<Caller> login(String account, char[] password, Channel channel, String source, String acting) {
        Optional<AccountTable.Stored> stored = accounts.find(account);
        if (!verified(account, password, stored)) {
            refused(account, channel, source);
            return Optional.empty();
        }
        return stored.map(found -> caller(found.account(), channel, source, acting));
    }

    private void refused(String account, Channel channel, String source) {
        AuditTrail present = trail;
        if (present == null) {
            return;
        }
        // what people type into the wrong field may be a password
        String shown = JdbcAccounts.LOGIN_NAME.matcher(account).matches() ? account : "?";
        Caller nobody = new Caller(shown, shown, List.of(), null, channel, source);
        try {
            present.record(nobody, new Act("platform.login", "account", shown, null, null), "REFUSED", "LOGIN_REFUSED");
        } catch (RuntimeException e) {
            LOG.warn("a refused login is not in the audit trail: {}", e.toString());
        }
    }

    private boolean verified(String account, char[] password, Optional<AccountTable.Stored> stored) {
        if (stored.isPresent() && remembered.knows(account, stored.get().changes(), password)) {
            return active(stored.get());
        }
        String hash = stored.map(AccountTable.Stored::password).orElse(PasswordHash.NOBODY);
        boolean right = checks.matches(password, hash) && stored.isPresent() && active(stored.get());
        if (right) {
            remembered.keep(account, stored.get().changes(), password);
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
        return subject.getPrincipals(AccountPrincipal.class).stream()
                .findFirst()
                .map(Principal::getName)
                .flatMap(accounts::find)
                .filter(Logins::active)
                .map(found -> caller(found.account(), channel, "ssh", acting))
                .orElseThrow(Forbidden::new);
    }

    @Override
    public Caller system(String job) {
        Binding binding = new Binding(Role.SYS, Scope.ALL, null);
        return new Caller("system", "系统", List.of(binding), binding, Channel.SYSTEM, job);
    }

    private Caller caller(Account account, Channel channel, String source, String acting) {
        LocalDate today = LocalDate.now(clock);
        List<Binding> valid = account.mustChange()
                ? List.of()
                : account.bindings().stream().filter(b -> b.validOn(today)).toList();
        return new Caller(account.account(), account.name(), valid, choose(valid, acting), channel, source);
    }

    private static Binding choose(List<Binding> valid, String acting) {
        if (acting == null || acting.isBlank()) {
            return valid.size() == 1 ? valid.get(0) : null;
        }
        List<Binding> named = valid.stream()
                .filter(b -> acting.equals(b.toString())
                        || acting.equals(b.role().name())
                        || acting.equals(b.scope().id()))
                .toList();
        if (named.size() != 1) {
            throw Invalid.malformed("Liaison-Office", "ACTING_UNKNOWN", "所选的办理身份不存在或不唯一");
        }
        return named.get(0);
    }
}
