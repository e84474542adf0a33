package org.liaison.platform.internal.security;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.account.AccountAdministration.Filter;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountFile.Held;
import org.liaison.platform.api.account.AccountState;

/** Questions about many accounts, and changes of one by its version. Days go as text, so both databases cast them. */
final class AccountRegister {
    private static final String ACCOUNT =
            "SELECT a.account, a.changes, a.name, a.state, a.must_change" + " FROM security.account a WHERE ";

    private final Rows rows;

    AccountRegister(Rows rows) {
        this.rows = rows;
    }

    /** Whether a bureau leader has logged in already, be he still one or not. */
    boolean led() {
        return !rows.query(
                        1,
                        row -> 1,
                        "SELECT a.account FROM security.account a JOIN security.binding b ON b.account = a.account"
                                + " WHERE b.role = ? AND a.entered = 1",
                        Role.LDR.name())
                .isEmpty();
    }

    /** @throws Conflict {@code ACCOUNT_EXISTS}, {@code ACCOUNT_LOOK_ALIKE} when the name is taken */
    void requireFree(String account) {
        List<String> taken = rows.query(
                1,
                row -> row.getString(1),
                "SELECT account FROM security.account WHERE look = ?",
                AccountNames.look(account));
        if (!taken.isEmpty()) {
            throw taken.get(0).equals(account)
                    ? new Conflict("ACCOUNT_EXISTS", "账户已存在")
                    : new Conflict("ACCOUNT_LOOK_ALIKE", "已有看上去相同的账户名，请另取一个");
        }
    }

    /** How many other accounts hold the role in the scope on the day. */
    int others(Binding binding, String account, LocalDate day) {
        return rows.query(
                        BindingRules.FILERS + 1,
                        row -> 1,
                        "SELECT b.account FROM security.binding b JOIN security.account a ON a.account = b.account"
                                + " WHERE b.role = ? AND b.scope = ? AND b.account <> ?"
                                + " AND (b.until IS NULL OR b.until >= CAST(? AS DATE)) AND a.state <> 'CLOSED'",
                        binding.role().name(),
                        binding.scope().toString(),
                        account,
                        day.toString())
                .size();
    }

    /** @return whether the account still had the version */
    boolean state(String account, long version, AccountState state) {
        return rows.update(
                        "UPDATE security.account SET state = ?, changes = changes + 1 WHERE account = ? AND changes = ?",
                        state.name(),
                        account,
                        version)
                == 1;
    }

    /** @return whether the account still had the version */
    boolean touch(String account, long version) {
        return rows.update(
                        "UPDATE security.account SET changes = changes + 1 WHERE account = ? AND changes = ?",
                        account,
                        version)
                == 1;
    }

    void end(String account, Role role, Scope scope, LocalDate until) {
        rows.update(
                "UPDATE security.binding SET until = CAST(? AS DATE) WHERE account = ? AND role = ? AND scope = ?",
                until.toString(),
                account,
                role.name(),
                scope.toString());
    }

    /** Ends what others than one account hold in the scope. @return those whose right was cut */
    Set<String> end(Scope scope, Role role, LocalDate last, String except) {
        String longer = " scope = ? AND account <> ? AND (until IS NULL OR until > CAST(? AS DATE))"
                + (role == null ? "" : " AND role = '" + role.name() + "'");
        String[] values = {scope.toString(), except == null ? "" : except, last.toString()};
        Set<String> cut = new TreeSet<>(rows.query(
                row -> row.getString(1), "SELECT account FROM security.binding WHERE" + longer, (Object[]) values));
        rows.update(
                "UPDATE security.binding SET until = CAST(? AS DATE) WHERE" + longer,
                last.toString(),
                values[0],
                values[1],
                values[2]);
        cut.forEach(
                account -> rows.update("UPDATE security.account SET changes = changes + 1 WHERE account = ?", account));
        return cut;
    }

    Optional<AccountFile> find(Sight sight, String account) {
        List<Object> values = new ArrayList<>();
        String condition = within(sight, null, values) + " AND a.account = ?";
        values.add(account);
        return files(sight, 1, condition, values).stream().findFirst();
    }

    /** In the order of the names. */
    List<AccountFile> page(Sight sight, Filter filter, String after, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = within(sight, filter.role(), values);
        if (filter.state() != null) {
            condition += " AND a.state = ?";
            values.add(filter.state().name());
        }
        if (after != null) {
            condition += " AND a.account > ?";
            values.add(after);
        }
        return files(sight, limit, condition, values);
    }

    private static String within(Sight sight, Role role, List<Object> values) {
        if (sight.everything() && role == null) {
            return "1 = 1";
        }
        String condition = sight.condition();
        if (sight.value() != null) {
            values.add(sight.value());
        }
        if (role != null) {
            condition += " AND role = ?";
            values.add(role.name());
        }
        return "a.account IN (SELECT account FROM security.binding WHERE " + condition + ")";
    }

    private List<AccountFile> files(Sight sight, int limit, String condition, List<Object> values) {
        List<AccountFile> bare = rows.query(
                limit,
                row -> new AccountFile(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        AccountState.valueOf(row.getString(4)),
                        row.getInt(5) == 1,
                        List.of()),
                ACCOUNT + condition + " ORDER BY a.account",
                values.toArray());
        Map<String, List<Held>> roles =
                roles(sight, bare.stream().map(AccountFile::account).toList());
        return bare.stream()
                .map(file -> new AccountFile(
                        file.account(),
                        file.version(),
                        file.name(),
                        file.state(),
                        file.mustChange(),
                        roles.getOrDefault(file.account(), List.of())))
                .toList();
    }

    // one statement for the whole page; roles in other offices are nobody's business there
    private Map<String, List<Held>> roles(Sight sight, List<String> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>(accounts);
        if (sight.value() != null) {
            values.add(sight.value());
        }
        Map<String, List<Held>> found = new LinkedHashMap<>();
        rows.query(
                        (ResultSet row) -> Map.entry(row.getString(1), held(row)),
                        "SELECT account, role, scope, until FROM security.binding WHERE account IN ("
                                + String.join(", ", Collections.nCopies(accounts.size(), "?"))
                                + ") AND " + sight.condition() + " ORDER BY account, role, scope",
                        values.toArray())
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), account -> new ArrayList<>())
                        .add(entry.getValue()));
        return found;
    }

    private static Held held(ResultSet row) throws SQLException {
        Date until = row.getDate(4);
        return new Held(Role.valueOf(row.getString(2)), row.getString(3), until == null ? null : until.toLocalDate());
    }
}
