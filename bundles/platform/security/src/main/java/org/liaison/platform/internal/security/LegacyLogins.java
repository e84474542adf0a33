package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Networks;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.UsernameToken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login of legacy accounts. Empty means no more than that it is none: whoever asks goes on as with any unknown account, so
 * answer and time are the same. Why the holder of a right secret was refused stands in the audit trail. Thread-safe.
 */
@Component(service = LegacyLogins.class)
public final class LegacyLogins {
    private static final Logger LOG = LoggerFactory.getLogger(LegacyLogins.class);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final LegacyTable table;
    private final SecretStore secrets;
    private final Clock clock;

    // a login is answered also while the trail is away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    @Activate
    public LegacyLogins(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference SecretStore secrets,
            @Reference Clock clock) {
        this(new LegacyTable(new Rows(source)), secrets, clock);
    }

    LegacyLogins(LegacyTable table, SecretStore secrets, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    Optional<Caller> byText(String account, char[] secret, Channel channel, String source) {
        String hash = Secret.hash(new String(secret));
        return login(account, stored -> Tokens.same(hash, stored.secret()), channel, source);
    }

    Optional<Caller> byDigest(UsernameToken token, String source) {
        return login(
                token.account(),
                stored -> secrets.read(JdbcLegacyAccounts.SECRET + token.account())
                        .map(secret -> Tokens.digestMatches(token, secret))
                        .orElse(false),
                Channel.SOAP,
                source);
    }

    private Optional<Caller> login(
            String account, Predicate<LegacyTable.Stored> right, Channel channel, String source) {
        Optional<Legacy> known = table.find(account).filter(right).map(LegacyTable.Stored::legacy);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Legacy legacy = known.get();
        Caller caller = caller(legacy.terms(), channel, source);
        String refusal = refusal(legacy, source);
        if (refusal != null) {
            refused(caller, refusal);
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (legacy.used() == null || now.isAfter(legacy.used().plus(SELDOM))) {
            table.used(account, now);
        }
        return Optional.of(caller);
    }

    private String refusal(Legacy legacy, String source) {
        if (!legacy.state().equals("ACTIVE")) {
            return "LEGACY_" + legacy.state();
        }
        if (LocalDate.now(clock).isAfter(legacy.terms().until())) {
            return "LEGACY_ENDED";
        }
        boolean listed = Networks.address(source)
                .filter(legacy.terms().addresses()::contains)
                .isPresent();
        return listed ? null : "LEGACY_ADDRESS";
    }

    private void refused(Caller caller, String reason) {
        AuditTrail present = trail;
        if (present == null) {
            return;
        }
        Act act = new Act("platform.legacy.login", "account", caller.account(), null, null);
        try {
            present.record(caller, act, "REFUSED", reason);
        } catch (RuntimeException e) {
            LOG.warn("a refused login is not in the audit trail: {}", e.toString());
        }
    }

    /** As whom the gate would see an account that has logged in today, wherever from; empty for no legacy account. */
    Optional<Caller> asked(String account, Channel channel, String source) {
        return table.find(account)
                .map(LegacyTable.Stored::legacy)
                .filter(legacy -> legacy.state().equals("ACTIVE")
                        && !LocalDate.now(clock).isAfter(legacy.terms().until()))
                .map(legacy -> caller(legacy.terms(), channel, source));
    }

    private static Caller caller(Terms terms, Channel channel, String source) {
        Binding binding = new Binding(Role.LEG, Scope.ALL, terms.until());
        return new Caller(terms.account(), terms.name(), List.of(binding), binding, channel, source, terms.scopes());
    }
}
