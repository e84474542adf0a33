package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.platform.internal.security.AccountsDatabase.TODAY;
import static org.liaison.platform.internal.security.AccountsDatabase.as;
import static org.liaison.platform.internal.security.AccountsDatabase.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests.CarriedOut;
import org.liaison.platform.api.account.NewAccountRequest;
import org.liaison.platform.api.account.Places;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;

public class JdbcAccountRequestsTest {
    private static final Scope JINAN = Scope.city("370100");
    private static final Scope QINGDAO = Scope.city("370200");
    private static final Scope OFFICE = Scope.office("office-1");
    private static final Scope OTHER = Scope.office("office-2");
    private static final Scope UNIT = new Scope(Scope.Kind.DISPATCHER, "unit-1");

    @Rule
    public final AccountsDatabase database = new AccountsDatabase();

    private final Caller head = as("head.one", "高建", role(Role.HED, OFFICE));
    private final Caller otherHead = as("head.two", "李强", role(Role.HED, OTHER));
    private final Caller viewer = as("viewer", "马兰", role(Role.DGV, UNIT));
    private final Caller reviewer = as("reviewer", "王平", role(Role.REV, Scope.ALL));
    private final Caller leader = as("leader", "赵云", role(Role.LDR, Scope.ALL));
    private Caller clerk;
    private Caller security;
    private JdbcAccounts accounts;
    private JdbcAccountRequests requests;

    @Before
    public void open() {
        clerk = database.person("clerk", "张三", role(Role.CLK, Scope.ALL));
        security = database.person("security", "孙安", role(Role.SEC, Scope.ALL));
        accounts = new JdbcAccounts(database.source, null, database, database.clock());
        requests = new JdbcAccountRequests(database.source, null, accounts, database);
        Places places = scope -> switch (scope.toString()) {
            case "OFFICE:office-1" -> Optional.of(new Places.Place("甲办事处", "370200"));
            case "OFFICE:office-2", "OFFICE:office-3" -> Optional.of(new Places.Place("乙办事处", "370100"));
            case "DISPATCHER:unit-1" -> Optional.of(new Places.Place("甲市人民政府", null));
            default -> Optional.empty();
        };
        accounts.places = places;
        requests.places = places;
    }

    private static NewAccountRequest wanted(String account, Role role, String scope) {
        return new NewAccountRequest(account, "刘洋", role, scope, null, null);
    }

    private AccountRequest asked(Caller by, String account, Role role, String scope) {
        return requests.request(by, wanted(account, role, scope), null);
    }

    private AccountRequest approved(Caller by, AccountRequest request) {
        return requests.decide(by, request.id(), request.version(), RequestEvent.APPROVE, null, null);
    }

    private CarriedOut done(AccountRequest approved) {
        return requests.carryOut(security, approved.id(), approved.version(), null);
    }

    private void filer(String account) {
        done(approved(clerk, asked(head, account, Role.FIL, null)));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LiaisonException.class, e -> assertThat(code)
                .isIn(
                        e.code(),
                        e.violations().stream().map(Violation::code).findFirst().orElse("")));
    }

    @Test
    public void headsFiler_getsAnAccountWithAOneTimePassword_afterClerkAndSecurityAdministrator() {
        AccountRequest asked = asked(head, "liu.yang", Role.FIL, null);
        assertThat(asked.state()).isEqualTo(RequestState.REQUESTED);
        assertThat(asked.approver()).isEqualTo(Role.CLK);
        assertThat(asked.scope()).isEqualTo("OFFICE:office-1");
        assertThat(accounts.find("liu.yang")).isEmpty();

        AccountRequest approved = approved(clerk, asked);
        assertThat(approved.decidedBy()).isEqualTo("clerk");
        CarriedOut done = done(approved);

        assertThat(done.oneTimePassword()).hasSize(16);
        assertThat(done.request().state()).isEqualTo(RequestState.DONE);
        assertThat(done.request().doneBy()).isEqualTo("security");
        Account made = accounts.find("liu.yang").orElseThrow();
        assertThat(made.mustChange()).isTrue();
        assertThat(made.bindings()).containsExactly(new Binding(Role.FIL, OFFICE, null));
        assertThat(database.done).extracting("reason").allMatch("liu.yang FIL@OFFICE:office-1"::equals);
        assertThat(database.done.get(2).officeId()).isEqualTo("office-1");
    }

    @Test
    public void existingAccount_getsTheRoleAlone() {
        database.person("liu.yang", "刘洋", role(Role.FIL, OTHER));
        CarriedOut done = done(approved(clerk, asked(head, "liu.yang", Role.FIL, null)));
        assertThat(done.oneTimePassword()).isNull();
        assertThat(accounts.find("liu.yang").orElseThrow().bindings()).hasSize(2);
    }

    @Test
    public void approver_isTheOneOfRow34() {
        assertThat(asked(viewer, "viewer.b", Role.DGV, null).approver()).isEqualTo(Role.CLK);
        assertThat(asked(clerk, "viewer.c", Role.DGV, "DISPATCHER:unit-1").approver())
                .isEqualTo(Role.REV);
        assertThat(asked(clerk, "clerk.b", Role.CLK, "CITY:370100").approver()).isEqualTo(Role.REV);
        AccountRequest auditor = asked(clerk, "auditor", Role.AUD, null);
        assertThat(auditor.approver()).isEqualTo(Role.LDR);

        refused("OTHER_APPROVER", () -> approved(reviewer, auditor));
        assertThat(approved(leader, auditor).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    public void role_isRefused_whenTheRequesterMayNotAskForIt() {
        refused("ROLE_NOT_REQUESTABLE", () -> asked(head, "x1", Role.CLK, "ALL"));
        refused("ROLE_NOT_REQUESTABLE", () -> asked(viewer, "x1", Role.FIL, null));
        refused("ROLE_NOT_REQUESTABLE", () -> asked(clerk, "x1", Role.FIL, "OFFICE:office-1"));
        refused("ROLE_NOT_REQUESTABLE", () -> asked(clerk, "x1", Role.LEG, null));
        assertThatThrownBy(() -> asked(reviewer, "x1", Role.CLK, null)).isInstanceOf(Forbidden.class);
    }

    @Test
    public void scope_isRefused_whenItIsForeignUnknownOrOfAnotherKind() {
        refused("SCOPE_FOREIGN", () -> asked(head, "x1", Role.FIL, "OFFICE:office-2"));
        refused("SCOPE_FORM", () -> asked(head, "x1", Role.FIL, "ALL"));
        refused("SCOPE_FORM", () -> asked(clerk, "x1", Role.REV, "CITY:370100"));
        refused("SCOPE_FORM", () -> asked(clerk, "x1", Role.CLK, "CITY:420300"));
        refused("SCOPE_UNKNOWN", () -> asked(clerk, "x1", Role.DGV, "DISPATCHER:nobody"));
        requests.places = null;
        assertThatThrownBy(() -> asked(head, "x1", Role.FIL, null)).isInstanceOf(Unavailable.class);
    }

    @Test
    public void names_areRefused_whenTheyHideSomethingOrAreNobodys() {
        for (String login : List.of(
                "Admin", "а\u0501min", "ｌｉｎａ", "lina０", "a", "li na", "li\u200bna", "l\u0000na", "lin\u0301a", "李娜")) {
            refused("ACCOUNT_FORM", () -> asked(head, login, Role.FIL, null));
        }
        for (String name : List.of(
                "刘\u202e洋", "刘\u200b洋", "刘\n洋", "\u0007刘洋", "刘洋\u3164", "刘\ufe00洋", "刘\udb40\udd00洋", "刘\u2028洋")) {
            refused(
                    "NAME_HIDDEN",
                    () -> requests.request(head, new NewAccountRequest("x1", name, Role.FIL, null, null, null), null));
        }
        for (String name : List.of("filer1", "填报员1", "·刘", "刘•洋", "刘洋Ａ", "\u2f24洋", "\u2ee2洋")) {
            refused(
                    "NAME_PERSON",
                    () -> requests.request(head, new NewAccountRequest("x1", name, Role.FIL, null, null, null), null));
        }
    }

    /** A full-width blank, a compatibility character: typed differently, it is the same person. */
    @Test
    public void name_isKeptAsEverybodyElseWritesIt() {
        AccountRequest request = requests.request(
                head, new NewAccountRequest("x1", "\u3000\uf9c7 洋 ", Role.FIL, null, null, null), null);
        assertThat(request.name()).isEqualTo("\u5289洋");
    }

    @Test
    public void everyFault_isNamedAtOnce() {
        NewAccountRequest wrong = new NewAccountRequest("X", null, null, null, TODAY.minusDays(1), "说".repeat(501));
        assertThatThrownBy(() -> requests.request(head, wrong, null))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.violations())
                        .extracting(Violation::path)
                        .containsExactlyInAnyOrder("account", "name", "reason", "until", "role"));
    }

    @Test
    public void nobody_approvesWhatHeAskedForOrIsToGet() {
        Caller both = as("clerk", "张三", role(Role.REV, Scope.ALL));
        AccountRequest asked = asked(clerk, "clerk.b", Role.CLK, null);
        refused("SAME_PERSON", () -> approved(both, asked));
        AccountRequest own = asked(clerk, "reviewer", Role.PSU, null);
        refused("SAME_PERSON", () -> approved(reviewer, own));
    }

    @Test
    public void request_isNotThere_forAnotherOfficeUnitOrCity() {
        AccountRequest request = asked(head, "liu.yang", Role.FIL, null);
        Caller jinan = as("clerk.jinan", "丁一", role(Role.CLK, JINAN));
        Caller qingdao = as("clerk.qingdao", "丁二", role(Role.CLK, QINGDAO));
        for (Caller foreign : List.of(otherHead, viewer, jinan)) {
            assertThatThrownBy(() -> requests.get(foreign, request.id())).isInstanceOf(NotFound.class);
            assertThat(requests.list(foreign, null, new PageRequest(50, null)).items())
                    .isEmpty();
        }
        assertThatThrownBy(() -> approved(jinan, request)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> requests.decide(otherHead, request.id(), 0, RequestEvent.WITHDRAW, null, null))
                .isInstanceOf(NotFound.class);
        assertThat(approved(qingdao, request).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    public void clerkOfOneCity_asksForThatCityOnly() {
        Caller jinan = as("clerk.jinan", "丁一", role(Role.CLK, JINAN));
        assertThat(asked(jinan, "clerk.b", Role.CLK, null).scope()).isEqualTo("CITY:370100");
        refused("SCOPE_FOREIGN", () -> asked(jinan, "clerk.c", Role.CLK, "ALL"));
        refused("SCOPE_FOREIGN", () -> asked(jinan, "clerk.c", Role.CLK, "CITY:370200"));
    }

    @Test
    public void accountOfTwoOffices_getsNoThird() {
        database.person("liu.yang", "刘洋", role(Role.FIL, OTHER), role(Role.FIL, Scope.office("office-3")));
        AccountRequest third = asked(head, "liu.yang", Role.FIL, null);
        refused("TWO_OFFICES", () -> approved(clerk, third));

        database.execute("UPDATE security.binding SET until = DATE('2026-03-04') WHERE scope = 'OFFICE:office-3'");
        assertThat(approved(clerk, third).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    public void secondPost_isCheckedAgain_whenItIsCarriedOut() {
        AccountRequest approved = approved(clerk, asked(head, "liu.yang", Role.FIL, null));
        database.person("liu.yang", "刘洋", role(Role.FIL, OTHER), role(Role.FIL, Scope.office("office-3")));
        refused("TWO_OFFICES", () -> done(approved));
        assertThat(requests.get(security, approved.id()).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    public void office_hasThreeFilersAtMost() {
        filer("filer.a");
        filer("filer.b");
        filer("filer.c");
        AccountRequest fourth = asked(head, "filer.d", Role.FIL, null);
        refused("THREE_FILERS", () -> approved(clerk, fourth));
        database.execute("UPDATE security.account SET state = 'CLOSED' WHERE account = 'filer.a'");
        done(approved(clerk, fourth));
    }

    @Test
    public void administrator_holdsNoOtherRole_neitherWay() {
        AccountRequest clerks = approved(reviewer, asked(clerk, "liu.yang", Role.CLK, null));
        done(clerks);
        AccountRequest auditor = asked(clerk, "liu.yang", Role.AUD, null);
        refused("ROLE_MIX", () -> approved(leader, auditor));

        database.execute("UPDATE security.binding SET until = DATE('2026-03-04') WHERE account = 'liu.yang'");
        done(approved(leader, auditor));
        AccountRequest again = asked(clerk, "liu.yang", Role.CLK, null);
        refused("ROLE_MIX", () -> approved(reviewer, again));
    }

    @Test
    public void role_isNotGivenToSomebodyElse_whoseAccountIsCalledSo() {
        database.person("liu.yang", "刘阳", role(Role.FIL, OTHER));
        AccountRequest request = asked(head, "liu.yang", Role.FIL, null);
        refused("NAME_DIFFERS", () -> approved(clerk, request));
    }

    @Test
    public void account_isNotMade_whenAnotherOneLooksTheSame() {
        filer("lina-01");
        AccountRequest alike = approved(clerk, asked(head, "1ina_0l", Role.FIL, null));
        refused("ACCOUNT_LOOK_ALIKE", () -> done(alike));
        assertThat(accounts.find("1ina_0l")).isEmpty();
    }

    @Test
    public void sameRole_isAskedForOnce_untilTheRequestIsClosed() {
        AccountRequest first = asked(head, "liu.yang", Role.FIL, null);
        refused("REQUEST_OPEN", () -> asked(head, "liu.yang", Role.FIL, null));
        requests.decide(clerk, first.id(), 0, RequestEvent.REJECT, "不是本单位的人", null);
        asked(head, "liu.yang", Role.FIL, null);
    }

    @Test
    public void requester_hasAtMostFiftyOpenRequests() {
        for (int i = 0; i < 50; i++) {
            asked(head, "filer-" + i, Role.FIL, null);
        }
        refused("REQUESTS_OPEN", () -> asked(head, "filer-50", Role.FIL, null));
    }

    @Test
    public void steps_areRefused_outOfOrderStaleOrWithoutReason() {
        AccountRequest request = asked(head, "liu.yang", Role.FIL, null);
        refused("ILLEGAL_TRANSITION", () -> done(request));
        refused("REQUIRED", () -> requests.decide(clerk, request.id(), 0, RequestEvent.REJECT, " ", null));
        refused("STALE", () -> requests.decide(clerk, request.id(), 7, RequestEvent.APPROVE, null, null));
        refused("EVENT", () -> requests.decide(clerk, request.id(), 0, RequestEvent.CARRY_OUT, null, null));
        AccountRequest approved = approved(clerk, request);
        done(approved);
        refused("ILLEGAL_TRANSITION", () -> done(approved));
    }

    @Test
    public void whoeverMayNotDecide_isRefused_whateverHeSays() {
        AccountRequest request = asked(head, "liu.yang", Role.FIL, null);
        Caller auditor = as("auditor", "丁三", role(Role.AUD, Scope.ALL));
        assertThatThrownBy(() -> requests.decide(auditor, request.id(), 0, RequestEvent.REJECT, null, null))
                .isExactlyInstanceOf(Forbidden.class);
    }

    @Test
    public void onlyTheRequester_takesARequestBack() {
        AccountRequest request = asked(clerk, "clerk.b", Role.CLK, null);
        Caller colleague = as("clerk.c", "丁三", role(Role.CLK, Scope.ALL));
        refused("NOT_REQUESTER", () -> requests.decide(colleague, request.id(), 0, RequestEvent.WITHDRAW, null, null));
        assertThat(requests.decide(clerk, request.id(), 0, RequestEvent.WITHDRAW, null, null)
                        .state())
                .isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    public void pages_holdEveryRequestOnce_newestFirst() {
        for (int i = 0; i < 5; i++) {
            asked(head, "filer-" + i, Role.FIL, null);
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<AccountRequest> page = requests.list(head, RequestState.REQUESTED, new PageRequest(2, after));
            page.items().forEach(one -> seen.add(one.account()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactly("filer-4", "filer-3", "filer-2", "filer-1", "filer-0");
        refused("CURSOR", () -> requests.list(head, null, new PageRequest(2, "??")));
    }

    @Test
    public void securityAdministratorAlone_makesAccounts_untilALeaderHasLoggedIn() {
        accounts.create(security, "leader.a", "赵云", List.of(role(Role.LDR, Scope.ALL)));
        accounts.create(security, "clerk.z", "钱多", List.of(role(Role.CLK, Scope.ALL)));
        new AccountTable(database.source).entered("leader.a");
        refused("TWO_PERSONS", () -> accounts.create(security, "clerk.y", "钱少", List.of(role(Role.CLK, Scope.ALL))));
    }

    @Test
    public void newHead_endsThePredecessorsRight_onTheDayOfTheChange() {
        database.person("head.one", "高建", role(Role.HED, OFFICE), role(Role.HED, OTHER));
        database.person("filer.a", "周一", role(Role.FIL, OFFICE));
        done(approved(clerk, asked(head, "head.new", Role.HED, null)));
        assertThat(accounts.find("head.one").orElseThrow().bindings())
                .containsExactly(new Binding(Role.HED, OFFICE, TODAY), role(Role.HED, OTHER));
        assertThat(accounts.find("filer.a").orElseThrow().bindings()).containsExactly(role(Role.FIL, OFFICE));
        assertThat(accounts.find("head.new").orElseThrow().bindings()).containsExactly(role(Role.HED, OFFICE));
    }

    @Test
    public void everyRightInAnOffice_endsOnItsLastDay_unlessItEndsEarlier() {
        database.person("head.one", "高建", role(Role.HED, OFFICE));
        database.person("filer.a", "周一", new Binding(Role.FIL, OFFICE, TODAY.plusDays(3)));
        database.person("filer.b", "周二", role(Role.FIL, OTHER));
        long before =
                new AccountTable(database.source).find("head.one").orElseThrow().changes();
        assertThat(accounts.end(null, OFFICE, null, TODAY.plusDays(30), null)).containsExactly("head.one");
        assertThat(accounts.find("head.one").orElseThrow().bindings())
                .containsExactly(new Binding(Role.HED, OFFICE, TODAY.plusDays(30)));
        assertThat(accounts.find("filer.a").orElseThrow().bindings())
                .containsExactly(new Binding(Role.FIL, OFFICE, TODAY.plusDays(3)));
        assertThat(accounts.find("filer.b").orElseThrow().bindings()).containsExactly(role(Role.FIL, OTHER));
        assertThat(new AccountTable(database.source)
                        .find("head.one")
                        .orElseThrow()
                        .changes())
                .isEqualTo(before + 1);
    }
}
