package org.liaison.platform.internal.security;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.internal.security.Rows.Change;

/** The rows of accounts and bindings. Days go as text, so both databases cast them. Thread-safe. */
final class AccountTable {
    private static final String INSERT = "INSERT INTO security.account"
            + " (account, look, name, state, must_change, password, changes, entered)"
            + " VALUES (?, ?, ?, 'ACTIVE', ?, ?, 0, 0)";
    private static final String BIND =
            "INSERT INTO security.binding (until, city, account, role, scope) VALUES (CAST(? AS DATE), ?, ?, ?, ?)";
    private static final String BIND_AGAIN = "UPDATE security.binding SET until = CAST(? AS DATE), city = ?"
            + " WHERE account = ? AND role = ? AND scope = ?";

    private final Rows rows;

    AccountTable(DataSource source) {
        rows = new Rows(source);
    }

    /**
     * An account with what is needed to check its password.
     *
     * @param entered whether somebody has logged in with a password of the own already
     */
    record Stored(Account account, String password, long changes, boolean entered) {
        @Override
        public String toString() {
            return "Stored[" + account + ", changes=" + changes + "]";
        }
    }

    Optional<Stored> find(String account) {
        return rows.read(
                row -> stored(account, row),
                "SELECT a.name, a.state, a.must_change, a.password, a.changes, b.role, b.scope, b.until, a.entered"
                        + " FROM security.account a LEFT JOIN security.binding b ON b.account = a.account"
                        + " WHERE a.account = ? ORDER BY b.role, b.scope",
                account);
    }

    private static Optional<Stored> stored(String account, ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String name = row.getString(1);
        String state = row.getString(2);
        boolean mustChange = row.getInt(3) == 1;
        String password = row.getString(4);
        long changes = row.getLong(5);
        boolean entered = row.getInt(9) == 1;
        Account found = new Account(account, name, state, mustChange, bindings(row, 6));
        return Optional.of(new Stored(found, password, changes, entered));
    }

    /** The bindings in this row and all after it, of role, scope and last day from this column on. */
    static List<Binding> bindings(ResultSet row, int first) throws SQLException {
        List<Binding> bindings = new ArrayList<>();
        do {
            if (row.getString(first) != null) {
                bindings.add(new Binding(
                        Role.valueOf(row.getString(first)),
                        Scope.parse(row.getString(first + 1)),
                        day(row.getDate(first + 2))));
            }
        } while (row.next());
        return bindings;
    }

    private static LocalDate day(Date kept) {
        return kept == null ? null : kept.toLocalDate();
    }

    boolean isEmpty() {
        return rows.query(1, row -> row.getString(1), "SELECT account FROM security.account")
                .isEmpty();
    }

    void insert(String account, String name, String password, boolean mustChange) {
        rows.update(INSERT, values(account, name, password, mustChange));
    }

    private static Object[] values(String account, String name, String password, boolean mustChange) {
        return new Object[] {account, AccountNames.look(account), name, mustChange ? 1 : 0, password};
    }

    /** Makes accounts with their bindings, all or none; outside of any act. */
    void insertAll(List<Stored> accounts) {
        List<Change> changes = new ArrayList<>();
        for (Stored stored : accounts) {
            Account made = stored.account();
            changes.add(new Change(INSERT, values(made.account(), made.name(), stored.password(), made.mustChange())));
            made.bindings().forEach(binding -> changes.add(new Change(BIND, values(made.account(), binding, null))));
        }
        rows.updateAll(changes);
    }

    void password(String account, String password, boolean mustChange) {
        rows.update(
                "UPDATE security.account SET password = ?, must_change = ?, changes = changes + 1 WHERE account = ?",
                password,
                mustChange ? 1 : 0,
                account);
    }

    /** Gives a new password. @return whether the account had not changed meanwhile */
    boolean replacePassword(Stored before, String password) {
        return rows.update(
                        "UPDATE security.account SET password = ?, must_change = 0, changes = changes + 1"
                                + " WHERE account = ? AND changes = ?",
                        password,
                        before.account().account(),
                        before.changes())
                == 1;
    }

    /** Makes the password a one-time password. @return whether the account had not changed meanwhile */
    boolean expire(Stored before) {
        return rows.update(
                        "UPDATE security.account SET must_change = 1, changes = changes + 1"
                                + " WHERE account = ? AND changes = ?",
                        before.account().account(),
                        before.changes())
                == 1;
    }

    void bind(String account, Binding binding) {
        bind(account, binding, null);
    }

    /**
     * Gives a role, or gives one that is there another end.
     *
     * @param city host city of the scope; null when it has none
     */
    void bind(String account, Binding binding, String city) {
        Object[] values = values(account, binding, city);
        if (rows.update(BIND_AGAIN, values) == 0) {
            rows.update(BIND, values);
        }
        rows.update("UPDATE security.account SET changes = changes + 1 WHERE account = ?", account);
    }

    private static Object[] values(String account, Binding binding, String city) {
        String until = binding.until() == null ? null : binding.until().toString();
        return new Object[] {
            until, city, account, binding.role().name(), binding.scope().toString()
        };
    }

    /** Writes down, once, that somebody has logged in with a password of the own. */
    void entered(String account) {
        rows.update("UPDATE security.account SET entered = 1 WHERE account = ? AND entered = 0", account);
    }

    /** What was handed over to the account for the day: worth something only while the giver's own right is. */
    List<Binding> delegated(String account, LocalDate day) {
        return rows.query(
                AccountTable::delegated,
                "SELECT d.role, d.scope, d.until_on, b.until, d.giver FROM security.delegation d"
                        + " JOIN security.binding b ON b.account = d.giver AND b.role = d.role AND b.scope = d.scope"
                        + " JOIN security.account g ON g.account = d.giver AND g.state = 'ACTIVE'"
                        + " WHERE d.taker = ? AND d.ended_at IS NULL AND d.from_on <= ? AND d.until_on >= ?"
                        + " AND (b.until IS NULL OR b.until >= CAST(? AS DATE)) ORDER BY d.giver, d.role, d.scope",
                account,
                day.toString(),
                day.toString(),
                day.toString());
    }

    private static Binding delegated(ResultSet row) throws SQLException {
        LocalDate until = LocalDate.parse(row.getString(3));
        LocalDate givers = day(row.getDate(4));
        return new Binding(
                Role.valueOf(row.getString(1)),
                Scope.parse(row.getString(2)),
                givers == null || until.isBefore(givers) ? until : givers,
                row.getString(5));
    }

    List<Accounts.Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit) {
        List<Object> values = new ArrayList<>();
        values.add(role.name());
        scopes.forEach(scope -> values.add(scope.toString()));
        values.add(at.toString());
        return rows.query(
                limit,
                row -> new Accounts.Holder(row.getString(1), Scope.parse(row.getString(2))),
                "SELECT b.account, MIN(b.scope) FROM security.binding b"
                        + " JOIN security.account a ON a.account = b.account WHERE b.role = ? AND b.scope IN ("
                        + String.join(", ", Collections.nCopies(scopes.size(), "?"))
                        + ") AND (b.until IS NULL OR b.until >= CAST(? AS DATE))"
                        + " AND a.state = 'ACTIVE' GROUP BY b.account ORDER BY b.account",
                values.toArray());
    }
}
