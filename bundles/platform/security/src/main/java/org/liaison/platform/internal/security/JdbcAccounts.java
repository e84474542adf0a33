package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.account.Places;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Accounts in the schema security. */
@Component(service = {Accounts.class, JdbcAccounts.class})
public final class JdbcAccounts implements Accounts {
    private final AccountTable table;
    private final AccountRegister register;
    private final Operations operations;
    private final Clock clock;

    // without the context that keeps offices a role is given all the same; a clerk of one city does not see it then
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Places places;

    @Reference
    Passwords passwords;

    @Activate
    public JdbcAccounts(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Operations operations,
            @Reference Clock clock) {
        this.clock = clock;
        this.table = new AccountTable(source);
        this.register = new AccountRegister(new Rows(source));
        this.operations = operations;
    }

    @Override
    public Optional<Account> find(String account) {
        return table.find(account).map(AccountTable.Stored::account).map(this::withDelegated);
    }

    /** Whoever acts for a colleague today holds his right as well. */
    private Account withDelegated(Account own) {
        List<Binding> all = new ArrayList<>(own.bindings());
        all.addAll(table.delegated(own.account(), LocalDate.now(clock)));
        return new Account(own.account(), own.name(), own.state(), own.mustChange(), all);
    }

    /** The account with what is its own. */
    private Account own(String account) {
        return table.find(account).map(AccountTable.Stored::account).orElseThrow(NotFound::new);
    }

    @Override
    public List<Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit) {
        return scopes.isEmpty() ? List.of() : table.holders(role, scopes, at, limit);
    }

    @Override
    public String enrol(Unit unit, String account, String name) {
        List<Violation> found = new ArrayList<>();
        AccountNames.checkLogin(account, found);
        AccountNames.checkName("姓名", name, found);
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
        register.requireFree(account);
        String password = PasswordHash.oneTime();
        table.insert(account, AccountNames.display(name), PasswordHash.of(password.toCharArray()), true);
        return password;
    }

    @Override
    public void bind(Unit unit, String account, Binding binding) {
        check(account, binding, unit.today());
        table.bind(account, binding, city(binding.scope()));
    }

    /** Whether the account may be given the role; see {@link #bind}. */
    void check(String account, Binding binding, LocalDate today) {
        BindingRules.check(own(account).bindings(), binding, today);
        checkNumber(account, binding, today);
    }

    /** An office has three filers at most (domain page 6.1). @throws Conflict {@code THREE_FILERS} */
    void checkNumber(String account, Binding binding, LocalDate today) {
        if (binding.role() == Role.FIL && register.others(binding, account, today) >= BindingRules.FILERS) {
            throw new Conflict("THREE_FILERS", "每个办事机构的填报员不得超过" + BindingRules.FILERS + "名");
        }
    }

    @Override
    public Set<String> end(Unit unit, Scope scope, Role role, LocalDate last, String except) {
        return register.end(scope, role, last, except);
    }

    private String city(Scope scope) {
        Places present = places;
        return switch (scope.kind()) {
            case CITY -> scope.id();
            case OFFICE -> present == null
                    ? null
                    : present.find(scope).map(Places.Place::hostCity).orElse(null);
            default -> null;
        };
    }

    @Override
    public String create(Caller caller, String account, String name, List<Binding> bindings) {
        Act act = Act.of("platform.user.create", "account", account, null);
        return operations.run(
                caller,
                act,
                unit -> {
                    if (register.led()) {
                        throw new Conflict("TWO_PERSONS", "局领导已登录过平台，新账户须先申请、再由他人批准，然后办理");
                    }
                    String password = enrol(unit, account, name);
                    bindings.forEach(binding -> bind(unit, account, binding));
                    return Done.of(password, account, 0, null);
                },
                (scope, id) -> null);
    }

    @Override
    public String resetPassword(Caller caller, String account) {
        Act act = Act.of("platform.user.password", "account", account, null);
        return operations.run(
                caller,
                act,
                unit -> {
                    AccountTable.Stored stored = table.find(account).orElseThrow(NotFound::new);
                    if (stored.account().state().equals(AccountState.CLOSED.name())) {
                        throw new Conflict("ACCOUNT_CLOSED", "账户已注销");
                    }
                    String password = PasswordHash.oneTime();
                    table.password(account, PasswordHash.of(password.toCharArray()), true);
                    return Done.of(password, account, stored.changes() + 1, null);
                },
                (scope, id) -> null);
    }

    @Override
    public void changePassword(Caller caller, char[] present, char[] wanted) {
        passwords.change(caller, present, wanted);
    }
}
