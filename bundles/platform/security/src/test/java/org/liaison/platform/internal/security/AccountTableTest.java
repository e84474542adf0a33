package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;

public class AccountTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Scope JINAN = Scope.city("370100");
    private static final Scope QINGDAO = Scope.city("370200");

    @Rule
    public final AccountsDatabase database = new AccountsDatabase();

    private final AccountTable table = new AccountTable(database.source);

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
    public void holders_haveABindingThatIsValidOnTheDay_andAnActiveAccount() {
        person("ended", new Binding(Role.CLK, JINAN, DAY.minusDays(1)));
        person("last.day", new Binding(Role.CLK, JINAN, DAY));
        person("locked", new Binding(Role.CLK, JINAN, null));
        database.execute("UPDATE security.account SET state = 'LOCKED' WHERE account = 'locked'");

        assertThat(clerks(JINAN)).containsExactly(new Holder("last.day", JINAN));
    }

    @Test
    public void bind_givesTheRoleAnotherEnd_whenItIsThereAlready() {
        person("twice", new Binding(Role.CLK, JINAN, DAY.minusDays(9)), new Binding(Role.CLK, JINAN, DAY));
        assertThat(table.find("twice").orElseThrow().account().bindings())
                .containsExactly(new Binding(Role.CLK, JINAN, DAY));
    }
}
