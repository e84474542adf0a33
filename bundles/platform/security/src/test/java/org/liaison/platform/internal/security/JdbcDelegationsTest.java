package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.liaison.platform.internal.security.AccountsDatabase.TODAY;
import static org.liaison.platform.internal.security.AccountsDatabase.as;
import static org.liaison.platform.internal.security.AccountsDatabase.role;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.ClaimHolders;
import org.liaison.platform.api.account.Delegation;
import org.liaison.platform.api.account.Delegations.HandedOver;
import org.liaison.platform.api.account.NewDelegation;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.notice.Recipient;
import org.mockito.ArgumentCaptor;

public class JdbcDelegationsTest {
    private static final Scope OFFICE = Scope.office("office-1");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final PageRequest FIRST = new PageRequest(50, null);

    @Rule
    public final AccountsDatabase database = new AccountsDatabase();

    private final ClaimHolders queue = mock(ClaimHolders.class);
    private final Notices notices = mock(Notices.class);
    private JdbcDelegations delegations;
    private Caller giver;
    private Caller taker;
    private Caller head;

    @Before
    public void open() {
        giver = database.person("giver", "张三", role(Role.REV, Scope.ALL));
        taker = database.person("taker", "李四", role(Role.CLK, Scope.ALL));
        head = database.person("head", "高建", role(Role.HED, OFFICE));
        database.person("filer", "刘洋", role(Role.FIL, OFFICE));
        delegations = new JdbcDelegations(database.source, null, database, notices);
        delegations.add(queue);
    }

    private static NewDelegation leave(String taker, LocalDate from, LocalDate until) {
        return new NewDelegation(taker, from, until, "年休假");
    }

    private Delegation given(LocalDate from, LocalDate until) {
        return delegations.give(giver, leave("taker", from, until), null).delegation();
    }

    /** What the account may act as on the day of the clock. */
    private Caller login(String account, String acting) {
        Subject subject =
                new Subject(true, Set.of(new AccountPrincipal(account, Caller.Limit.NONE, null)), Set.of(), Set.of());
        Logins logins = new Logins(
                database.source,
                database.clock(),
                new GuessLimits(new GuessLimit(5, MINUTE, MINUTE, MINUTE), new GuessLimit(50, MINUTE, MINUTE, MINUTE)),
                new SlowChecks(1, 10),
                PasswordHash.NOBODY,
                Optional.empty());
        return logins.of(subject, Channel.CONSOLE, acting);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LiaisonException.class, e -> assertThat(code)
                .isIn(
                        e.code(),
                        e.violations().stream().map(Violation::code).findFirst().orElse("")));
    }

    @Test
    public void taker_actsUnderTheGiversRight_inHisOwnName_onItsDaysOnly() {
        given(TODAY.plusDays(1), TODAY.plusDays(1));
        assertThat(login("taker", null).bindings()).containsExactly(role(Role.CLK, Scope.ALL));

        database.tomorrow();
        Caller acting = login("taker", "REV");
        assertThat(acting.account()).isEqualTo("taker");
        assertThat(acting.acting()).hasToString("REV@ALL~giver");
        assertThat(acting.acting().until()).isEqualTo(TODAY.plusDays(1));
        assertThat(login("taker", null).acting())
                .as("the own right comes first")
                .hasToString("CLK@ALL");

        database.tomorrow();
        refused("ACTING_UNKNOWN", () -> login("taker", "REV"));
    }

    @Test
    public void right_neverOutlivesTheGivers() {
        given(TODAY, TODAY.plusDays(30));
        assertThat(login("taker", "REV").is(Role.REV)).isTrue();

        database.execute("UPDATE security.binding SET until = DATE('2026-03-06') WHERE account = 'giver'");
        assertThat(login("taker", "REV").acting().until()).isEqualTo(LocalDate.of(2026, 3, 6));
        database.tomorrow();
        assertThat(login("taker", "REV").is(Role.REV)).isTrue();
        database.tomorrow();
        refused("ACTING_UNKNOWN", () -> login("taker", "REV"));
    }

    @Test
    public void right_isWorthNothing_whileTheGiversAccountIsNotActive() {
        given(TODAY, TODAY.plusDays(30));
        database.execute("UPDATE security.account SET state = 'SUSPENDED' WHERE account = 'giver'");
        refused("ACTING_UNKNOWN", () -> login("taker", "REV"));
    }

    @Test
    public void right_endsAtOnce_whenTheGiverSaysSo() {
        Delegation given = given(TODAY, TODAY.plusDays(30));
        for (Caller other : List.of(taker, head)) {
            assertThatThrownBy(() -> delegations.end(other, given.id(), 0, null))
                    .isInstanceOf(NotFound.class);
        }
        refused("STALE", () -> delegations.end(giver, given.id(), 5, null));
        assertThat(delegations.end(giver, given.id(), 0, null).endedBy()).isEqualTo("giver");
        refused("ENDED", () -> delegations.end(giver, given.id(), 1, null));
        refused("ACTING_UNKNOWN", () -> login("taker", "REV"));
    }

    @Test
    public void right_isNotHandedOn() {
        given(TODAY, TODAY.plusDays(30));
        database.person("third", "王五", role(Role.CLK, Scope.ALL));
        refused("RE_DELEGATION", () -> delegations.give(login("taker", "REV"), leave("third", TODAY, TODAY), null));
    }

    @Test
    public void right_isHandedOverOnceForADay() {
        given(TODAY, TODAY.plusDays(5));
        refused("DELEGATED", () -> given(TODAY.plusDays(5), TODAY.plusDays(9)));
        given(TODAY.plusDays(6), TODAY.plusDays(9));
    }

    @Test
    public void taker_isOfTheSameOfficeOrOfTheBureau_andNoAdministrator() {
        database.person("auditor", "孙审", role(Role.AUD, Scope.ALL));
        for (String unfit : List.of("giver", "nobody", "auditor", "filer")) {
            refused("TAKER", () -> delegations.give(giver, leave(unfit, TODAY, TODAY), null));
        }
        refused("TAKER", () -> delegations.give(head, leave("taker", TODAY, TODAY), null));
        delegations.give(head, leave("filer", TODAY, TODAY), null);
        assertThat(login("filer", "HED").acting()).hasToString("HED@OFFICE:office-1~head");
    }

    @Test
    public void filerAndAdministrators_haveNothingToHandOver() {
        Caller filer = as("filer", "刘洋", role(Role.FIL, OFFICE));
        Caller security = as("security", "孙安", role(Role.SEC, Scope.ALL));
        for (Caller none : List.of(filer, security)) {
            assertThatThrownBy(() -> delegations.give(none, leave("taker", TODAY, TODAY), null))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    public void days_areRefused_whenPastTooManyOrBeyondTheOwnRight() {
        refused("DATE_PAST", () -> given(TODAY.minusDays(1), TODAY));
        refused("DATE_RANGE", () -> given(TODAY, TODAY.minusDays(1)));
        refused("DATE_RANGE", () -> given(TODAY, TODAY.plusDays(90)));
        refused("DATE_RANGE", () -> given(TODAY, null));
        refused("REASON", () -> delegations.give(giver, new NewDelegation("taker", TODAY, TODAY, " "), null));
        giver = as("giver", "张三", new Binding(Role.REV, Scope.ALL, TODAY.plusDays(3)));
        refused("DATE_BEYOND", () -> given(TODAY, TODAY.plusDays(4)));
        given(TODAY, TODAY.plusDays(3));
    }

    @Test
    public void claimedCases_goAlongToday_orWhenTheTakerTakesThemOver() {
        when(queue.pass(any(), any(), any(), any(), any())).thenReturn(3);
        HandedOver today = delegations.give(giver, leave("taker", TODAY, TODAY), null);
        assertThat(today.cases()).isEqualTo(3);

        HandedOver later = delegations.give(giver, leave("taker", TODAY.plusDays(1), TODAY.plusDays(2)), null);
        assertThat(later.cases()).isZero();
        database.tomorrow();
        refused(
                "NOT_ACTING_FOR",
                () -> delegations.takeOver(taker, later.delegation().id(), null));
        assertThat(delegations
                        .takeOver(login("taker", "REV"), later.delegation().id(), null)
                        .cases())
                .isEqualTo(3);
    }

    @Test
    public void taker_isTold_underTheOwnRight_whenItBeginsAndWhenItEndsEarly() {
        Delegation given = given(TODAY, TODAY.plusDays(9));
        delegations.end(giver, given.id(), 0, null);
        delegations.give(head, leave("filer", TODAY, TODAY), null);
        ArgumentCaptor<Message> told = ArgumentCaptor.forClass(Message.class);
        ArgumentCaptor<List<Recipient>> to = ArgumentCaptor.captor();
        verify(notices, times(3)).tell(any(), told.capture(), to.capture());
        assertThat(told.getAllValues())
                .extracting(Message::rule, Message::officeId, Message::occasion)
                .containsExactly(
                        tuple("platform.delegation.given", null, "0"),
                        tuple("platform.delegation.ended", null, "1"),
                        tuple("platform.delegation.given", "office-1", "0"));
        assertThat(told.getValue().facts())
                .containsOnly(
                        entry("giver", "高建"),
                        entry("role", Role.HED.label()),
                        entry("from", "2026年3月5日"),
                        entry("until", "2026年3月5日"));
        Recipient clerk = new Recipient(Role.CLK, Set.of(Scope.ALL), "taker");
        assertThat(to.getAllValues())
                .containsExactly(
                        List.of(clerk), List.of(clerk), List.of(new Recipient(Role.FIL, Set.of(OFFICE), "filer")));
    }

    @Test
    public void takerWhoHasLeft_isToldNothing() {
        Delegation given = given(TODAY, TODAY.plusDays(9));
        database.execute("UPDATE security.account SET state = 'CLOSED' WHERE account = 'taker'");
        delegations.end(giver, given.id(), 0, null);
        verify(notices).tell(any(), any(), any());
    }

    @Test
    public void list_showsWhatOneGaveOrTook_andTheAuditorAll() {
        Delegation given = given(TODAY, TODAY);
        Caller auditor = as("auditor", "孙审", role(Role.AUD, Scope.ALL));
        for (Caller one : List.of(giver, taker, auditor)) {
            assertThat(delegations.list(one, FIRST).items()).containsExactly(given);
        }
        assertThat(delegations.list(head, FIRST).items()).isEmpty();
        assertThat(database.done.get(0).reason()).isEqualTo("giver REV@ALL taker 2026-03-05/2026-03-05：年休假");
    }

    @Test
    public void one_isFoundByItsNumber_byGiverTakerAndAuditor_andIsNowhereForOthers() {
        String id = given(TODAY, TODAY).id();
        Caller auditor = as("auditor", "孙审", role(Role.AUD, Scope.ALL));
        for (Caller one : List.of(giver, taker, auditor)) {
            assertThat(delegations.get(one, id).id()).isEqualTo(id);
        }
        assertThatThrownBy(() -> delegations.get(head, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> delegations.get(giver, "nothing")).isInstanceOf(NotFound.class);
    }

    @Test
    public void nothingIsPassedOn_whenTheDelegationIsRefused() {
        refused("TAKER", () -> delegations.give(giver, leave("nobody", TODAY, TODAY), null));
        verifyNoInteractions(queue, notices);
    }
}
