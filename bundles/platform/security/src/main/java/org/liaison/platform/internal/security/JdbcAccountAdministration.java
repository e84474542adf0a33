package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.account.AccountAdministration;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.account.RoleEnd;
import org.liaison.platform.api.rules.FreeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts as the security administrator keeps them. */
@Component
public final class JdbcAccountAdministration implements AccountAdministration {
    static final String READ = "platform.account.read";
    private static final String SUBJECT = "account";
    private static final int LONGEST_REASON = 500;
    private static final Set<AccountEvent> FIRED = EnumSet.of(
            AccountEvent.LOCK, AccountEvent.UNLOCK, AccountEvent.SUSPEND, AccountEvent.RESUME, AccountEvent.CLOSE);

    private final AccountRegister register;
    private final Operations operations;

    @Activate
    public JdbcAccountAdministration(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Operations operations) {
        this.register = new AccountRegister(new Rows(source));
        this.operations = operations;
    }

    @Override
    public Page<AccountFile> list(Caller caller, Filter filter, PageRequest page) {
        return operations.read(caller, READ, scope -> {
            if (page.after() != null && !AccountNames.login(page.after())) {
                throw Cursor.unknown();
            }
            // one row more than asked for tells whether there is a next page
            List<AccountFile> found = register.page(Sight.of(scope), filter, page.after(), page.limit() + 1);
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            List<AccountFile> rows = found.subList(0, page.limit());
            return new Page<>(rows, rows.get(rows.size() - 1).account());
        });
    }

    @Override
    public AccountFile get(Caller caller, String account) {
        return operations.read(caller, READ, scope -> load(scope, account));
    }

    private AccountFile load(Scope scope, String account) {
        return register.find(Sight.of(scope), account).orElseThrow(NotFound::new);
    }

    @Override
    public AccountFile fire(
            Caller caller, String account, long version, AccountEvent event, String reason, String key) {
        if (!FIRED.contains(event)) {
            throw Invalid.malformed("event", "EVENT", "没有这个动作");
        }
        String operation = AccountWorkflow.TABLE.operation(event);
        Act act = Act.of(operation, SUBJECT, account, key, version, event, String.valueOf(reason));
        return operations.run(caller, act, unit -> fire(unit, account, version, event, reason), this::load);
    }

    private Done<AccountFile> fire(Unit unit, String account, long version, AccountEvent event, String reason) {
        String words = reason(reason);
        AccountFile file = others(unit, account);
        AccountState to = AccountWorkflow.TABLE.fire(file.state(), event);
        if (!register.state(account, version, to)) {
            throw Conflict.stale();
        }
        return done(load(unit.scope(), account), file.state(), words);
    }

    @Override
    public AccountFile endRole(Caller caller, String account, long version, RoleEnd end, String key) {
        String operation = AccountWorkflow.TABLE.operation(AccountEvent.END_ROLE);
        Act act = Act.of(operation, SUBJECT, account, key, version, end);
        return operations.run(caller, act, unit -> endRole(unit, account, version, end), this::load);
    }

    private Done<AccountFile> endRole(Unit unit, String account, long version, RoleEnd end) {
        if (end.role() == null) {
            throw new Invalid("role", "REQUIRED", "此项必填");
        }
        Scope scope = scope(end.scope());
        String words = reason(end.reason());
        AccountFile file = others(unit, account);
        AccountWorkflow.TABLE.fire(file.state(), AccountEvent.END_ROLE);
        LocalDate yesterday = unit.today().minusDays(1);
        LocalDate last = end.until() == null ? yesterday : end.until();
        AccountFile.Held present = file.roles().stream()
                .filter(one -> one.role() == end.role() && one.scope().equals(scope.toString()))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (last.isBefore(yesterday)) {
            throw new Invalid("until", "DATE_PAST", "最后一日不得早于昨天");
        }
        if (present.until() != null && !present.until().isAfter(last)) {
            throw new Conflict("ROLE_ENDED", "该角色已于" + present.until() + "到期，不能延后");
        }
        if (!register.touch(account, version)) {
            throw Conflict.stale();
        }
        register.end(account, end.role(), scope, last);
        String what = end.role() + "@" + scope + " " + last + "：" + words;
        return done(load(unit.scope(), account), file.state(), what);
    }

    private static Scope scope(String typed) {
        try {
            return typed == null ? Scope.ALL : Scope.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new Invalid("scope", "SCOPE_FORM", "范围应写作ALL或CITY:370100等形式");
        }
    }

    private AccountFile others(Unit unit, String account) {
        AccountFile file = load(unit.scope(), account);
        if (account.equals(unit.caller().account())) {
            throw new Conflict("OWN_ACCOUNT", "不得办理自己的账户，请由另一名安全管理员办理");
        }
        return file;
    }

    private static Done<AccountFile> done(AccountFile now, AccountState from, String reason) {
        return new Done<>(
                now,
                now.account(),
                now.version(),
                null,
                from.name(),
                now.state().name(),
                reason);
    }

    private static String reason(String typed) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST_REASON) {
            throw new Invalid("reason", "REASON", "应填写理由，1至" + LONGEST_REASON + "个字符");
        }
        FreeText.identityNumber("reason", typed).ifPresent(found -> {
            throw new Invalid(List.of(found));
        });
        return typed.strip();
    }
}
