package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Opened;
import org.liaison.platform.api.Sessions.Session;
import org.liaison.platform.api.account.Delegation;

public class JdbcSessionsTest {
    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private static final String PASSWORD = "right horse battery";
    private static final String HERE = "10.1.2.3";
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofHours(12);

    private final Instant start = DATABASE.clock.instant();
    private final Sessions sessions = node();
    private final AccountTable accounts = new AccountTable(DATABASE.source);
    private final Caller sec = SecurityDatabase.caller("sec", Role.SEC);

    private static Sessions node() {
        Duration quarter = Duration.ofMinutes(15);
        GuessLimit limit = new GuessLimit(50, quarter, quarter, quarter);
        Logins logins = new Logins(
                DATABASE.source,
                DATABASE.clock,
                new GuessLimits(limit, limit),
                new SlowChecks(2, 300),
                PasswordHash.of("nobody".toCharArray(), SecurityDatabase.CHEAP),
                Optional.empty());
        logins.trail = DATABASE;
        JdbcSecondFactor factors = new JdbcSecondFactor(
                DATABASE.source,
                new SecretStore(new Rows(DATABASE.source), new OneKey()),
                DATABASE,
                DATABASE.clock,
                new GuessLimits(limit, limit),
                Set.of());
        JdbcSessions node = new JdbcSessions(DATABASE.source, logins, factors, DATABASE, DATABASE.clock, IDLE, DAY);
        node.trail = DATABASE;
        return node;
    }

    @After
    public void setTheClockBack() {
        DATABASE.clock.move(Duration.between(DATABASE.clock.instant(), start));
    }

    private Opened open(String account) {
        return sessions.open(login(account, PASSWORD, null)).orElseThrow();
    }

    private static Sessions.Login login(String account, String password, String acting) {
        return new Sessions.Login(account, password.toCharArray(), null, acting, HERE, "Firefox\n1");
    }

    private Optional<Caller> caller(Opened session) {
        return sessions.caller(session.token(), HERE, null);
    }

    private List<String> trail(Opened session) {
        return DATABASE.trail.stream()
                .filter(one -> session.id().equals(one.act().subjectId()))
                .map(one -> one.act().operation() + " " + one.result() + " " + one.reason())
                .toList();
    }

    @Test
    public void session_isKnownToEveryNode_andOnlyAsAHashToTheDatabase() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        Opened session = open(account);
        assertThat(session.token()).matches("[A-Za-z0-9_-]{43}");
        Caller caller = node().caller(session.token(), HERE, null).orElseThrow();
        assertThat(caller.account()).isEqualTo(account);
        assertThat(caller.acting()).hasToString("CLK@ALL");
        assertThat(new Rows(DATABASE.source)
                        .query(
                                row -> row.getString(1),
                                "SELECT token FROM security.session WHERE id = ?",
                                session.id()))
                .containsExactly(Secret.hash(session.token()))
                .doesNotContain(session.token());
        assertThat(trail(session)).containsExactly("platform.session.open OK null");
        assertThat(session).asString().doesNotContain(session.token());
    }

    @Test
    public void nothingIsOpened_whenThePasswordIsWrong() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        assertThat(sessions.open(login(account, "wrong", null))).isEmpty();
        assertThat(sessions.list(sec, account)).isEmpty();
    }

    @Test
    public void token_isWorthNothing_whenOneCharacterIsAnother() {
        Opened session = open(DATABASE.account(PASSWORD, Role.CLK));
        char first = session.token().charAt(0);
        String changed = (first == 'A' ? 'B' : 'A') + session.token().substring(1);
        assertThat(sessions.caller(changed, HERE, null)).isEmpty();
        assertThat(sessions.caller(session.token() + "A", HERE, null)).isEmpty();
        assertThat(sessions.caller("", HERE, null)).isEmpty();
        assertThat(sessions.caller("' OR 1=1 --", HERE, null)).isEmpty();
        assertThat(caller(session)).isPresent();
    }

    @Test
    public void session_endsOnEveryNode_withLogout() {
        Opened session = open(DATABASE.account(PASSWORD, Role.CLK));
        Caller caller = caller(session).orElseThrow();
        sessions.logout(caller, session.token());
        assertThat(node().caller(session.token(), HERE, null)).isEmpty();
        assertThatThrownBy(() -> sessions.logout(caller, session.token())).isInstanceOf(NotFound.class);
        assertThat(trail(session)).contains("platform.own-session.end OK null");
    }

    @Test
    public void session_ends_whenItIsNotUsed() {
        Opened session = open(DATABASE.account(PASSWORD, Role.CLK));
        DATABASE.clock.move(IDLE.minusSeconds(1));
        assertThat(caller(session)).isPresent();
        DATABASE.clock.move(IDLE.minusSeconds(1));
        assertThat(caller(session)).isPresent();
        DATABASE.clock.move(IDLE);
        assertThat(caller(session)).isEmpty();
        assertThat(trail(session)).contains("platform.session.end OK SESSION_IDLE");
    }

    @Test
    public void session_ends_howeverMuchItIsUsed() {
        Opened session = open(DATABASE.account(PASSWORD, Role.CLK));
        for (Duration used = Duration.ZERO; used.plusMinutes(20).compareTo(DAY) < 0; used = used.plusMinutes(20)) {
            DATABASE.clock.move(Duration.ofMinutes(20));
            assertThat(caller(session)).isPresent();
        }
        DATABASE.clock.move(Duration.ofMinutes(20));
        assertThat(caller(session)).isEmpty();
        assertThat(trail(session)).contains("platform.session.end OK SESSION_LIFETIME");
    }

    @Test
    public void use_isWrittenOnceAMinute() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        Opened session = open(account);
        DATABASE.clock.move(Duration.ofSeconds(59));
        caller(session);
        assertThat(sessions.list(sec, account).get(0).usedAt()).isEqualTo(start);
        DATABASE.clock.move(Duration.ofSeconds(1));
        caller(session);
        assertThat(sessions.list(sec, account).get(0).usedAt()).isEqualTo(start.plusSeconds(60));
    }

    @Test
    public void clockSetBack_neitherEndsASessionNorWritesAUse() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        Opened session = open(account);
        DATABASE.clock.move(Duration.ofHours(-3));
        assertThat(caller(session)).isPresent();
        assertThat(sessions.list(sec, account).get(0).usedAt()).isEqualTo(start);
    }

    @Test
    public void session_ends_withEveryChangeOfTheAccount() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        Opened before = open(account);
        accounts.password(account, PasswordHash.of(PASSWORD.toCharArray(), SecurityDatabase.CHEAP), false);
        assertThat(caller(before)).isEmpty();
        assertThat(trail(before)).contains("platform.session.end OK ACCOUNT_CHANGED");

        Opened again = open(account);
        accounts.bind(account, new Binding(Role.REV, Scope.ALL, null));
        assertThat(sessions.list(sec, account)).isEmpty();
        assertThat(caller(again)).isEmpty();

        Opened last = open(account);
        new Rows(DATABASE.source).update("UPDATE security.account SET state = 'LOCKED' WHERE account = ?", account);
        assertThat(caller(last)).isEmpty();
    }

    @Test
    public void acting_isTheSessionsOwn_untilTheCallNamesAnother() {
        String account = DATABASE.account(PASSWORD, Role.CLK, Role.REV);
        Opened session = open(account);
        assertThat(caller(session).orElseThrow().acting()).isNull();
        sessions.actAs(caller(session).orElseThrow(), session.token(), "REV");
        assertThat(caller(session).orElseThrow().acting()).hasToString("REV@ALL");
        assertThat(sessions.caller(session.token(), HERE, "CLK").orElseThrow().acting())
                .hasToString("CLK@ALL");
        assertThatThrownBy(() -> sessions.caller(session.token(), HERE, "HED")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sessions.actAs(caller(session).orElseThrow(), session.token(), "HED"))
                .isInstanceOf(Invalid.class);
        assertThat(sessions.open(login(account, PASSWORD, "CLK"))
                        .orElseThrow()
                        .caller()
                        .acting())
                .hasToString("CLK@ALL");
    }

    @Test
    public void session_actsUnderARightHandedOver_asLongAsItLasts() {
        String giver = DATABASE.account(PASSWORD, Role.PSU);
        String taker = DATABASE.account(PASSWORD, Role.CLK);
        LocalDate today = LocalDate.now(DATABASE.clock);
        Delegation given = new Delegation(
                UUID.randomUUID().toString(), 0, giver, taker, Role.PSU, "ALL", today, today, "年休假", start, null, null);
        new DelegationTable(new Rows(DATABASE.source)).insert(given);
        Opened session = open(taker);
        assertThat(caller(session).orElseThrow().acting())
                .as("the own right comes first")
                .hasToString("CLK@ALL");
        sessions.actAs(caller(session).orElseThrow(), session.token(), "PSU");
        assertThat(caller(session).orElseThrow().acting()).hasToString("PSU@ALL~" + giver);
        new Rows(DATABASE.source).update("UPDATE security.account SET state = 'SUSPENDED' WHERE account = ?", giver);
        assertThat(caller(session).orElseThrow().acting()).hasToString("CLK@ALL");
    }

    @Test
    public void acting_isNoMore_whenTheBindingHasEnded() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        accounts.bind(account, new Binding(Role.REV, Scope.ALL, LocalDate.now(DATABASE.clock)));
        Opened session = sessions.open(login(account, PASSWORD, "REV")).orElseThrow();
        DATABASE.clock.move(Duration.ofMinutes(29));
        caller(session);
        new Rows(DATABASE.source)
                .update("UPDATE security.binding SET until = '2020-01-01' WHERE account = ? AND role = 'REV'", account);
        assertThat(caller(session).orElseThrow().acting()).hasToString("CLK@ALL");
    }

    @Test
    public void own_listsTheOwnOnes_andEndsThemAlone() {
        String account = DATABASE.account(PASSWORD, Role.CLK, Role.REV);
        Opened one = open(account);
        Opened two = open(account);
        Opened foreign = open(DATABASE.account(PASSWORD, Role.CLK));
        Caller caller = caller(one).orElseThrow();
        assertThat(sessions.own(caller, one.token()))
                .extracting(Session::id, Session::current)
                .containsExactlyInAnyOrder(tuple(one.id(), true), tuple(two.id(), false));
        assertThat(sessions.own(caller, one.token()).get(0).agent()).isEqualTo("Firefox?1");
        sessions.endOwn(caller, two.id());
        assertThat(caller(two)).isEmpty();
        assertThatThrownBy(() -> sessions.endOwn(caller, foreign.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sessions.logout(caller, foreign.token())).isInstanceOf(NotFound.class);
        assertThat(caller(foreign)).isPresent();
    }

    @Test
    public void administrator_endsOneOrAll_nobodyElseDoes() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        Opened one = open(account);
        Opened two = open(account);
        Opened three = open(account);
        Caller caller = caller(one).orElseThrow();
        assertThatThrownBy(() -> sessions.list(caller, account)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> sessions.endAll(caller, account)).isInstanceOf(Forbidden.class);
        sessions.end(sec, one.id());
        assertThat(caller(one)).isEmpty();
        assertThatThrownBy(() -> sessions.end(sec, one.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sessions.endAll(sec, null)).isInstanceOf(Invalid.class);
        assertThat(sessions.endAll(sec, account)).isEqualTo(2);
        assertThat(caller(two)).isEmpty();
        assertThat(caller(three)).isEmpty();
    }

    @Test
    public void longestUnused_givesWay_whenThereAreTwenty() {
        String account = DATABASE.account(PASSWORD, Role.CLK);
        Opened first = open(account);
        for (int i = 0; i < 20; i++) {
            DATABASE.clock.move(Duration.ofSeconds(1));
            open(account);
        }
        assertThat(sessions.list(sec, account)).hasSize(20);
        assertThat(caller(first)).isEmpty();
    }

    @Test
    public void onlyOneRecordIsWritten_whenManyFindTheSessionOver() throws Exception {
        Opened session = open(DATABASE.account(PASSWORD, Role.CLK));
        DATABASE.clock.move(IDLE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Caller>>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(() -> caller(session));
            }
            for (Future<Optional<Caller>> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(trail(session)).filteredOn(one -> one.contains(".end ")).hasSize(1);
    }

    @Test
    public void rowsNobodyComesBackTo_areClearedAtTheNextLogin() {
        Opened session = open(DATABASE.account(PASSWORD, Role.CLK));
        DATABASE.clock.move(IDLE.plusMinutes(2));
        open(DATABASE.account(PASSWORD, Role.CLK));
        assertThat(trail(session)).contains("platform.session.end OK SESSION_IDLE");
        assertThat(new Rows(DATABASE.source)
                        .query(row -> row.getString(1), "SELECT id FROM security.session WHERE id = ?", session.id()))
                .isEmpty();
    }
}
