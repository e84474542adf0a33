package org.liaison.platform.internal.security;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
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
import org.liaison.platform.api.Unavailable;

/** The rows of accounts and bindings. Inside an act the connection is the act's own: the pool is enlisted. */
final class AccountTable {
    private final DataSource source;
    private final Rows rows;

    AccountTable(DataSource source) {
        this.source = source;
        this.rows = new Rows(source);
    }

    /**
     * An account with what is needed to check its password.
     *
     * @param entered whether somebody has logged in with a password of the own already
     */
    record Stored(Account account, String password, long changes, boolean entered) {}

    Optional<Stored> find(String account) {
        return with(connection -> find(connection, account));
    }

    boolean isEmpty() {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM security.account");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) == 0;
            }
        });
    }

    void insert(String account, String name, String password, boolean mustChange) {
        with(connection -> insert(connection, account, name, password, mustChange));
    }

    private static int insert(Connection connection, String account, String name, String password, boolean mustChange)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO security.account"
                + " (account, look, name, state, must_change, password, changes, entered)"
                + " VALUES (?, ?, ?, 'ACTIVE', ?, ?, 0, 0)")) {
            insert.setString(1, account);
            insert.setString(2, AccountNames.look(account));
            insert.setString(3, name);
            insert.setInt(4, mustChange ? 1 : 0);
            insert.setString(5, password);
            return insert.executeUpdate();
        }
    }

    /** Makes accounts with their one binding each, all or none; outside of any act. */
    void insertAll(List<Stored> accounts) {
        with(connection -> {
            connection.setAutoCommit(false);
            try {
                for (Stored stored : accounts) {
                    Account made = stored.account();
                    insert(connection, made.account(), made.name(), stored.password(), made.mustChange());
                    bind(connection, made.account(), made.bindings().get(0), null);
                }
                connection.commit();
                return null;
            } finally {
                // what was not committed goes; the pool gets its connection back as it was
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    void password(String account, String password, boolean mustChange) {
        with(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE security.account"
                    + " SET password = ?, must_change = ?, changes = changes + 1 WHERE account = ?")) {
                update.setString(1, password);
                update.setInt(2, mustChange ? 1 : 0);
                update.setString(3, account);
                return update.executeUpdate();
            }
        });
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
        with(connection -> bind(connection, account, binding, city));
    }

    private static int bind(Connection connection, String account, Binding binding, String city) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE security.binding SET until = ?, city = ? WHERE account = ? AND role = ? AND scope = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO security.binding (until, city, account, role, scope) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement touch = connection.prepareStatement(
                        "UPDATE security.account SET changes = changes + 1 WHERE account = ?")) {
            if (executed(update, account, binding, city) == 0) {
                executed(insert, account, binding, city);
            }
            touch.setString(1, account);
            return touch.executeUpdate();
        }
    }

    private static int executed(PreparedStatement statement, String account, Binding binding, String city)
            throws SQLException {
        statement.setDate(1, binding.until() == null ? null : Date.valueOf(binding.until()));
        statement.setString(2, city);
        statement.setString(3, account);
        statement.setString(4, binding.role().name());
        statement.setString(5, binding.scope().toString());
        return statement.executeUpdate();
    }

    /** Writes down, once, that somebody has logged in with a password of the own. */
    void entered(String account) {
        with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE security.account SET entered = 1 WHERE account = ? AND entered = 0")) {
                update.setString(1, account);
                return update.executeUpdate();
            }
        });
    }

    /** What was handed over to the account for the day: worth something only while the giver's own right is. */
    List<Binding> delegated(String account, LocalDate day) {
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT d.role, d.scope, d.until_on, b.until, d.giver FROM security.delegation d"
                            + " JOIN security.binding b ON b.account = d.giver AND b.role = d.role AND b.scope = d.scope"
                            + " JOIN security.account g ON g.account = d.giver AND g.state = 'ACTIVE'"
                            + " WHERE d.taker = ? AND d.ended_at IS NULL AND d.from_on <= ? AND d.until_on >= ?"
                            + " AND (b.until IS NULL OR b.until >= ?) ORDER BY d.giver, d.role, d.scope")) {
                select.setString(1, account);
                select.setString(2, day.toString());
                select.setString(3, day.toString());
                select.setDate(4, Date.valueOf(day));
                List<Binding> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        LocalDate until = LocalDate.parse(row.getString(3));
                        Date givers = row.getDate(4);
                        found.add(new Binding(
                                Role.valueOf(row.getString(1)),
                                Scope.parse(row.getString(2)),
                                givers == null || until.isBefore(givers.toLocalDate()) ? until : givers.toLocalDate(),
                                row.getString(5)));
                    }
                }
                return found;
            }
        });
    }

    List<Accounts.Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit) {
        String places = String.join(", ", Collections.nCopies(scopes.size(), "?"));
        return with(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT b.account, MIN(b.scope)"
                    + " FROM security.binding b JOIN security.account a ON a.account = b.account"
                    + " WHERE b.role = ? AND b.scope IN (" + places + ") AND (b.until IS NULL OR b.until >= ?)"
                    + " AND a.state = 'ACTIVE' GROUP BY b.account ORDER BY b.account")) {
                select.setMaxRows(limit);
                int place = 1;
                select.setString(place++, role.name());
                for (Scope scope : scopes) {
                    select.setString(place++, scope.toString());
                }
                select.setDate(place, Date.valueOf(at));
                List<Accounts.Holder> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Accounts.Holder(row.getString(1), Scope.parse(row.getString(2))));
                    }
                }
                return found;
            }
        });
    }

    private static Optional<Stored> find(Connection connection, String account) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT a.name, a.state, a.must_change, a.password, a.changes, b.role, b.scope, b.until, a.entered"
                        + " FROM security.account a LEFT JOIN security.binding b ON b.account = a.account"
                        + " WHERE a.account = ? ORDER BY b.role, b.scope")) {
            select.setString(1, account);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String name = row.getString(1);
                String state = row.getString(2);
                boolean mustChange = row.getInt(3) == 1;
                String password = row.getString(4);
                long changes = row.getLong(5);
                boolean entered = row.getInt(9) == 1;
                List<Binding> bindings = bindings(row, 6);
                Account found = new Account(account, name, state, mustChange, bindings);
                return Optional.of(new Stored(found, password, changes, entered));
            }
        }
    }

    /** The bindings in this row and all after it, of role, scope and last day from this column on. */
    static List<Binding> bindings(ResultSet row, int first) throws SQLException {
        List<Binding> bindings = new ArrayList<>();
        do {
            if (row.getString(first) != null) {
                Date until = row.getDate(first + 2);
                bindings.add(new Binding(
                        Role.valueOf(row.getString(first)),
                        Scope.parse(row.getString(first + 1)),
                        until == null ? null : until.toLocalDate()));
            }
        } while (row.next());
        return bindings;
    }

    private <T> T with(Query<T> query) {
        try (Connection connection = source.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new Unavailable("DATABASE_BUSY", "数据库繁忙或暂时不可用，请稍后再试", e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
