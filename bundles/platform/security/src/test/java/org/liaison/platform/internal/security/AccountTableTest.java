package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;

public class AccountTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Scope JINAN = Scope.city("370100");
    private static final Scope QINGDAO = Scope.city("370200");

    private final EmbeddedDataSource source = new EmbeddedDataSource();
    private final AccountTable table = new AccountTable(source);

    @Before
    public void open() throws Exception {
        source.setDatabaseName("memory:" + UUID.randomUUID());
        source.setCreateDatabase("create");
        execute(
                "CREATE SCHEMA security",
                "CREATE TABLE security.account (account VARCHAR(50) PRIMARY KEY, name VARCHAR(100), state VARCHAR(10),"
                        + " must_change SMALLINT, password VARCHAR(200), changes BIGINT)",
                "CREATE TABLE security.binding (account VARCHAR(50), role VARCHAR(3), scope VARCHAR(80), until DATE,"
                        + " PRIMARY KEY (account, role, scope))");
    }

    private void execute(String... sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private void person(String account, Binding... bindings) {
        table.insert(account, account, "hash", false);
        List.of(bindings).forEach(binding -> table.bind(account, binding));
    }

    private List<Holder> clerks(Scope... scopes) {
        return table.holders(Role.CLK, Set.of(scopes), DAY, 10);
    }

    @Test
    public void holders_areThoseOfTheRoleInOneOfTheScopes_eachOnce() {
        person("b", new Binding(Role.CLK, JINAN, null));
        person("a", new Binding(Role.CLK, Scope.ALL, null), new Binding(Role.CLK, JINAN, null));
        person("c", new Binding(Role.CLK, QINGDAO, null));
        person("d", new Binding(Role.REV, Scope.ALL, null));

        assertThat(clerks(Scope.ALL, JINAN)).containsExactly(new Holder("a", Scope.ALL), new Holder("b", JINAN));
        assertThat(table.holders(Role.CLK, Set.of(Scope.ALL, JINAN), DAY, 1)).hasSize(1);
    }

    @Test
    public void holders_haveABindingThatIsValidOnTheDay_andAnActiveAccount() throws Exception {
        person("ended", new Binding(Role.CLK, JINAN, DAY.minusDays(1)));
        person("last.day", new Binding(Role.CLK, JINAN, DAY));
        person("locked", new Binding(Role.CLK, JINAN, null));
        execute("UPDATE security.account SET state = 'LOCKED' WHERE account = 'locked'");

        assertThat(clerks(JINAN)).containsExactly(new Holder("last.day", JINAN));
    }
}
