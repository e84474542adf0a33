package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Legacy accounts in the schema security. */
@Component
public final class JdbcLegacyAccounts implements LegacyAccounts {
    static final String LIST = "platform.legacy.list";
    static final String CREATE = "platform.legacy.create";
    static final String RENEW = "platform.legacy.secret";
    static final String END = "platform.legacy.end";
    /** What an id in the store of secrets begins with, before the account. */
    static final String SECRET = "legacy:";

    private static final int MOST = 500;

    private final AccountTable accounts;
    private final AccountRegister register;
    private final LegacyTable table;
    private final SecretStore secrets;
    private final Operations operations;
    private final Clock clock;

    @Activate
    public JdbcLegacyAccounts(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference SecretStore secrets,
            @Reference Operations operations,
            @Reference Clock clock) {
        this.accounts = new AccountTable(source);
        this.register = new AccountRegister(new Rows(source));
        this.table = new LegacyTable(new Rows(source));
        this.secrets = secrets;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public List<Legacy> list(Caller caller) {
        return operations.read(caller, LIST, scope -> table.list(MOST));
    }

    @Override
    public void check(Caller caller, NewLegacyAccount wanted) {
        operations.read(caller, CREATE, scope -> terms(wanted, LocalDate.now(clock)));
    }

    @Override
    public String create(Caller caller, NewLegacyAccount wanted) {
        Act act = Act.of(CREATE, "account", wanted.account(), null);
        return operations.run(
                caller,
                act,
                unit -> {
                    Terms terms = terms(wanted, unit.today());
                    // Nobody knows its password: with the wrong secret it is like any other account.
                    String nobodys = PasswordHash.of(LegacySecret.make().toCharArray());
                    accounts.insert(terms.account(), terms.name(), nobodys, false);
                    accounts.bind(terms.account(), new Binding(Role.LEG, Scope.ALL, terms.until()));
                    String secret = LegacySecret.make();
                    table.insert(terms, Secret.hash(secret));
                    keep(terms, secret);
                    return Done.of(secret, terms.account(), 0, null);
                },
                (scope, id) -> null);
    }

    @Override
    public String renew(Caller caller, String account, boolean dryRun) {
        if (dryRun) {
            operations.read(caller, RENEW, scope -> open(account));
            return null;
        }
        return operations.run(
                caller,
                Act.of(RENEW, "account", account, null),
                unit -> {
                    Terms terms = open(account);
                    String secret = LegacySecret.make();
                    table.secret(account, Secret.hash(secret));
                    keep(terms, secret);
                    return Done.of(secret, account, 0, null);
                },
                (scope, id) -> null);
    }

    @Override
    public void end(Caller caller, String account, boolean dryRun) {
        if (dryRun) {
            operations.read(caller, END, scope -> open(account));
            return;
        }
        operations.run(
                caller,
                Act.of(END, "account", account, null),
                unit -> {
                    open(account);
                    table.close(account);
                    secrets.drop(SECRET + account);
                    return new Done<>(null, account, 0, null, "ACTIVE", "CLOSED", null);
                },
                (scope, id) -> null);
    }

    private void keep(Terms terms, String secret) {
        if (terms.digest()) {
            secrets.keep(SECRET + terms.account(), secret);
        }
    }

    private Terms open(String account) {
        return table.find(account)
                .map(LegacyTable.Stored::legacy)
                .filter(legacy -> !legacy.state().equals("CLOSED"))
                .map(Legacy::terms)
                .orElseThrow(NotFound::new);
    }

    private Terms terms(NewLegacyAccount wanted, LocalDate today) {
        Terms terms = LegacyForm.terms(wanted, today);
        boolean person = accounts.find(terms.owner())
                .filter(owner -> owner.account().state().equals("ACTIVE"))
                .filter(owner -> table.find(terms.owner()).isEmpty())
                .isPresent();
        if (!person) {
            throw new Invalid("owner", "OWNER_UNKNOWN", "责任人应为平台上可用的个人账户");
        }
        register.requireFree(terms.account());
        return terms;
    }
}
