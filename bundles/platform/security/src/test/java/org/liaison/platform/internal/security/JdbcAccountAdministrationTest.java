package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.platform.internal.security.AccountsDatabase.TODAY;
import static org.liaison.platform.internal.security.AccountsDatabase.role;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.account.AccountAdministration.Filter;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountFile.Held;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.account.RoleEnd;

public class JdbcAccountAdministrationTest {
    private static final Scope OFFICE = Scope.office("office-1");
    private static final Scope OTHER = Scope.office("office-2");
    private static final PageRequest FIRST = new PageRequest(50, null);

    @Rule
    public final AccountsDatabase database = new AccountsDatabase();

    private JdbcAccountAdministration administration;
    private Caller security;
    private Caller head;

    @Before
    public void open() {
        administration = new JdbcAccountAdministration(database.source, null, database);
        security = database.person("security", "孙安", role(Role.SEC, Scope.ALL));
        head = database.person("head.one", "高建", role(Role.HED, OFFICE));
        database.person("liu.yang", "刘洋", role(Role.FIL, OFFICE), role(Role.FIL, OTHER));
        database.person("li.na", "李娜", role(Role.FIL, OTHER));
    }

    private AccountFile fire(String account, AccountEvent event) {
        long version = administration.get(security, account).version();
        return administration.fire(security, account, version, event, "经查", null);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LiaisonException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    public void account_goesThroughItsStates_asTheTableSays() {
        assertThat(fire("li.na", AccountEvent.LOCK).state()).isEqualTo(AccountState.LOCKED);
        refused("ILLEGAL_TRANSITION", () -> fire("li.na", AccountEvent.RESUME));
        assertThat(fire("li.na", AccountEvent.UNLOCK).state()).isEqualTo(AccountState.ACTIVE);
        assertThat(fire("li.na", AccountEvent.SUSPEND).state()).isEqualTo(AccountState.SUSPENDED);
        assertThat(fire("li.na", AccountEvent.RESUME).state()).isEqualTo(AccountState.ACTIVE);
        assertThat(fire("li.na", AccountEvent.CLOSE).state()).isEqualTo(AccountState.CLOSED);
        refused("ILLEGAL_TRANSITION", () -> fire("li.na", AccountEvent.UNLOCK));
        refused("EVENT", () -> fire("li.na", AccountEvent.CREATE));
    }

    @Test
    public void everyStep_isAuditedWithStatesAndReason_andMakesTheOldVersionStale() {
        long before = administration.get(security, "li.na").version();
        fire("li.na", AccountEvent.LOCK);
        assertThat(database.done.get(0))
                .extracting("id", "fromState", "toState", "reason")
                .containsExactly("li.na", "ACTIVE", "LOCKED", "经查");
        refused("STALE", () -> administration.fire(security, "li.na", before, AccountEvent.UNLOCK, "经查", null));
        refused("REASON", () -> administration.fire(security, "li.na", before, AccountEvent.UNLOCK, " ", null));
    }

    @Test
    public void nobodyElse_keepsAccounts_norOnesOwn() {
        assertThatThrownBy(() -> administration.fire(head, "liu.yang", 0, AccountEvent.LOCK, "经查", null))
                .isInstanceOf(Forbidden.class);
        refused("OWN_ACCOUNT", () -> fire("security", AccountEvent.CLOSE));
    }

    @Test
    public void head_seesTheOwnOfficesAccounts_withTheirRolesThereOnly() {
        assertThat(administration.list(head, Filter.ALL, FIRST).items())
                .extracting(AccountFile::account)
                .containsExactly("head.one", "liu.yang");
        assertThat(administration.get(head, "liu.yang").roles())
                .containsExactly(new Held(Role.FIL, "OFFICE:office-1", null));
        assertThatThrownBy(() -> administration.get(head, "li.na")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> administration.get(head, "nobody")).isInstanceOf(NotFound.class);
    }

    @Test
    public void pages_holdEveryAccountOnce_byNameAndFilter() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<AccountFile> page = administration.list(security, Filter.ALL, new PageRequest(3, after));
            page.items().forEach(file -> seen.add(file.account()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactly("head.one", "li.na", "liu.yang", "security");
        fire("li.na", AccountEvent.LOCK);
        assertThat(administration
                        .list(security, new Filter(AccountState.LOCKED, Role.FIL), FIRST)
                        .items())
                .extracting(AccountFile::account)
                .containsExactly("li.na");
        refused("CURSOR", () -> administration.list(security, Filter.ALL, new PageRequest(3, "A' OR 1=1")));
    }

    @Test
    public void role_endsAtOnceOrOnItsLastDay_andIsNotProlonged() {
        AccountFile ended = end("li.na", 1, Role.FIL, OTHER, null);
        assertThat(ended.roles()).containsExactly(new Held(Role.FIL, "OFFICE:office-2", TODAY.minusDays(1)));
        refused("ROLE_ENDED", () -> end("li.na", 2, Role.FIL, OTHER, TODAY));

        end("liu.yang", 2, Role.FIL, OFFICE, TODAY.plusDays(9));
        assertThat(database.done.get(1).reason()).isEqualTo("FIL@OFFICE:office-1 2026-03-14：调离");
        refused("STALE", () -> end("liu.yang", 2, Role.FIL, OTHER, TODAY));
        assertThatThrownBy(() -> end("liu.yang", 3, Role.HED, OTHER, TODAY)).isInstanceOf(NotFound.class);
    }

    private AccountFile end(String account, long version, Role role, Scope scope, LocalDate until) {
        return administration.endRole(
                security, account, version, new RoleEnd(role, scope.toString(), until, "调离"), null);
    }

    @Test
    public void whoeverMayNot_isRefused_whateverHeSends() {
        RoleEnd nothing = new RoleEnd(null, "TOWN:1", null, null);
        assertThatThrownBy(() -> administration.endRole(head, "liu.yang", 0, nothing, null))
                .isInstanceOf(Forbidden.class);
        refused("REQUIRED", () -> administration.endRole(security, "liu.yang", 0, nothing, null));
        assertThatThrownBy(() -> administration.fire(head, "liu.yang", 0, AccountEvent.LOCK, null, null))
                .isInstanceOf(Forbidden.class);
        refused(
                "SCOPE_FORM",
                () -> administration.endRole(
                        security, "liu.yang", 0, new RoleEnd(Role.FIL, "TOWN:1", null, "调离"), null));
    }
}
