package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in the schema security. */
@Component
public final class JdbcAccounts implements Accounts {
    // Each excludes every other role: three separated administrators (三员分立), domain page 6.2.
    private static final Set<Role> ALONE = EnumSet.of(Role.OPS, Role.SEC, Role.AUD);
    static final Pattern LOGIN_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");

    private final AccountTable table;
    private final Operations operations;

    @Reference
    Passwords passwords;

    @Activate
    public JdbcAccounts(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Operations operations) {
        this(new AccountTable(source), operations);
    }

    JdbcAccounts(AccountTable table, Operations operations) {
        this.table = table;
        this.operations = operations;
    }

    @Override
    public Optional<Account> find(String account) {
        return table.find(account).map(AccountTable.Stored::account);
    }

    @Override
    public List<Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit) {
        return scopes.isEmpty() ? List.of() : table.holders(role, scopes, at, limit);
    }

    @Override
    public String enrol(Unit unit, String account, String name) {
        if (account == null || !LOGIN_NAME.matcher(account).matches()) {
            throw new Invalid("account", "ACCOUNT_FORM", "账户名应为2至50个小写字母、数字或“._-”，以字母或数字开头");
        }
        if (name == null || name.isBlank() || name.length() > 100) {
            throw new Invalid("name", "NAME_FORM", "姓名应为1至100个字符");
        }
        if (table.find(account).isPresent()) {
            throw new Conflict("ACCOUNT_EXISTS", "账户已存在");
        }
        String password = PasswordHash.oneTime();
        table.insert(account, name.strip(), PasswordHash.of(password.toCharArray()), true);
        return password;
    }

    @Override
    public void bind(Unit unit, String account, Binding binding) {
        if (!binding.role().bindable()) {
            throw new Invalid("role", "ROLE_NOT_BINDABLE", "此角色不能授予账户");
        }
        Account present = find(account).orElseThrow(NotFound::new);
        Set<Role> roles = EnumSet.of(binding.role());
        present.bindings().forEach(held -> roles.add(held.role()));
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            throw new Conflict("ROLE_MIX", "平台运维、安全管理、审计三员须各自独立，且不得兼任业务角色");
        }
        table.bind(account, binding);
    }

    @Override
    public String create(Caller caller, String account, String name, List<Binding> bindings) {
        Act act = Act.of("platform.user.create", "account", account, null);
        return operations.run(
                caller,
                act,
                unit -> {
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
