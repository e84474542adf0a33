package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.TooMany;

public class LoginsTest {
    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private static final String RIGHT = "right horse battery";
    private static final String WRONG = "wrong horse battery";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final GuessLimits LIMITS = new GuessLimits(
            new GuessLimit(5, QUARTER, QUARTER, QUARTER), new GuessLimit(50, QUARTER, QUARTER, Duration.ofSeconds(8)));

    private static final String NOBODY = PasswordHash.of("nobody".toCharArray(), SecurityDatabase.CHEAP);

    private final Logins logins = node();
    private final Locks locks = new JdbcLocks(DATABASE.source, DATABASE, DATABASE.clock, LIMITS);
    private final Caller sec = SecurityDatabase.caller("sec", Role.SEC);
    private final String here = "10.1." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250);

    private static Logins node() {
        Logins node =
                new Logins(DATABASE.source, DATABASE.clock, LIMITS, new SlowChecks(2, 300), NOBODY, Optional.empty());
        node.trail = DATABASE;
        return node;
    }

    private Optional<Caller> login(String account, String password) {
        return logins.login(account, password.toCharArray(), Channel.REST, here, null);
    }

    private void wrong(String account, int times) {
        for (int i = 0; i < times; i++) {
            // keeps every pause
            DATABASE.clock.move(Duration.ofSeconds(5));
            assertThat(login(account, WRONG)).isEmpty();
        }
    }

    private void assertLocked(String account) {
        assertThatThrownBy(() -> login(account, RIGHT))
                .isInstanceOfSatisfying(TooMany.class, e -> assertThat(e.code()).isEqualTo("LOGIN_LOCKED"));
    }

    @Test
    public void account_isLocked_afterFiveWrongPasswords_untilTheTimeIsOver() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        wrong(account, 5);
        assertLocked(account);
        DATABASE.clock.move(QUARTER.minusSeconds(1));
        assertLocked(account);
        DATABASE.clock.move(Duration.ofSeconds(1));
        assertThat(login(account, RIGHT)).isPresent();
        assertThat(DATABASE.operations(account))
                .containsSubsequence(
                        "platform.login REFUSED",
                        "platform.login.lock OK",
                        "platform.login REFUSED",
                        "platform.login.unlock OK",
                        "platform.login OK");
    }

    @Test
    public void guesses_lockAsOne_whenTwoHundredComeAtOnceOverAllPathsOfTwoNodes() throws Exception {
        String account = DATABASE.account(RIGHT, Role.CLK);
        List<Logins> nodes = List.of(node(), node());
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Callable<Object>> guesses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Logins node = nodes.get(i % 2);
            Channel channel = Channel.values()[i / 2 % 3];
            String from = "10.9.0." + i;
            guesses.add(() -> node.login(account, WRONG.toCharArray(), channel, from, null));
        }
        int checked = 0;
        try {
            for (Future<Object> guess : threads.invokeAll(guesses)) {
                Throwable refusal = catchThrowable(guess::get);
                checked += refusal == null ? 1 : 0;
                assertThat(refusal == null || refusal.getCause() instanceof TooMany)
                        .as("%s", refusal)
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(checked).isBetween(1, 5);
        assertLocked(account);
        assertThat(DATABASE.operations(account))
                .filteredOn("platform.login.lock OK"::equals)
                .hasSize(1);
    }

    @Test
    public void nameWithoutAccount_isLockedAlike() {
        String nobody = "n" + UUID.randomUUID().toString().substring(0, 8);
        wrong(nobody, 5);
        assertLocked(nobody);
    }

    /** The time of an answer must not tell that there is no such account: instead of a clock, a hash that cannot be checked. */
    @Test
    public void nameWithoutAccount_costsAHashAsDearAsAnyOther() {
        Logins broken =
                new Logins(DATABASE.source, DATABASE.clock, LIMITS, new SlowChecks(2, 300), "none", Optional.empty());
        String nobody = "n" + UUID.randomUUID().toString().substring(0, 8);
        assertThatThrownBy(() -> broken.login(nobody, WRONG.toCharArray(), Channel.REST, here, null))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(PasswordHash.NOBODY.split(":")[1])
                .isEqualTo(PasswordHash.of(RIGHT.toCharArray()).split(":")[1]);
    }

    @Test
    public void clockSetBack_neitherUnlocksNorThrows() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        wrong(account, 5);
        DATABASE.clock.move(Duration.ofHours(-2));
        try {
            assertLocked(account);
            String other = DATABASE.account(RIGHT, Role.CLK);
            assertThat(login(other, RIGHT)).isPresent();
        } finally {
            DATABASE.clock.move(Duration.ofHours(2));
        }
    }

    @Test
    public void source_isLocked_whateverAccountsItTried_andOthersAreNot() {
        for (int i = 0; i < 50; i++) {
            DATABASE.clock.move(Duration.ofSeconds(10));
            assertThat(login("n" + UUID.randomUUID(), WRONG)).isEmpty();
        }
        String account = DATABASE.account(RIGHT, Role.CLK);
        assertLocked(account);
        assertThat(logins.login(account, RIGHT.toCharArray(), Channel.REST, "10.200.0.1", null))
                .isPresent();
        assertThat(locks.list(sec))
                .anyMatch(
                        lock -> lock.kind() == Locks.Kind.SOURCE && lock.name().equals(here));
        locks.unlock(sec, Locks.Kind.SOURCE, here);
        assertThat(login(account, RIGHT)).isPresent();
    }

    @Test
    public void rightPassword_forgivesTheWrongOnesBefore() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        wrong(account, 3);
        DATABASE.clock.move(Duration.ofSeconds(5));
        assertThat(login(account, RIGHT)).isPresent();
        wrong(account, 4);
        DATABASE.clock.move(Duration.ofSeconds(5));
        assertThat(login(account, RIGHT)).isPresent();
    }

    @Test
    public void pause_isNoReasonToRefuseWhoIsRemembered_aLockIs() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        assertThat(login(account, RIGHT)).isPresent();
        wrong(account, 3);
        assertThat(login(account, RIGHT)).isPresent();
        wrong(account, 2);
        assertLocked(account);
    }

    @Test
    public void login_isRecordedOnce_whileThePasswordIsRemembered() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        login(account, RIGHT);
        login(account, RIGHT);
        assertThat(DATABASE.operations(account)).containsExactly("platform.login OK");
    }

    @Test
    public void refusalsDuringALock_areRecordedOnceAMinute() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        wrong(account, 5);
        int before = DATABASE.operations(account).size();
        assertLocked(account);
        assertLocked(account);
        assertThat(DATABASE.operations(account)).hasSize(before + 1);
        DATABASE.clock.move(Duration.ofMinutes(1));
        assertLocked(account);
        assertThat(DATABASE.operations(account)).hasSize(before + 2);
    }

    @Test
    public void whatMayBeAPassword_isNotWrittenDown() {
        String typed = "My Secret\n" + UUID.randomUUID();
        login(typed, WRONG);
        assertThat(DATABASE.trail).noneMatch(one -> typed.equals(one.act().subjectId()));
        assertThat(new Attempt(typed, Channel.REST, here).accountRow()).isEqualTo("A:?");
    }

    @Test
    public void unlock_isForSecurityAdministrators_andOfWhatIsLocked() {
        String account = DATABASE.account(RIGHT, Role.CLK);
        wrong(account, 5);
        assertThat(locks.list(sec)).anyMatch(lock -> lock.name().equals(account) && lock.failures() == 5);
        assertThatThrownBy(() -> locks.unlock(SecurityDatabase.caller("clk", Role.CLK), Locks.Kind.ACCOUNT, account))
                .isInstanceOf(Forbidden.class);
        assertLocked(account);
        locks.unlock(sec, Locks.Kind.ACCOUNT, account);
        assertThat(login(account, RIGHT)).isPresent();
        assertThatThrownBy(() -> locks.unlock(sec, Locks.Kind.ACCOUNT, account)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> locks.unlock(sec, null, account)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> locks.unlock(sec, Locks.Kind.SOURCE, " ")).isInstanceOf(Invalid.class);
        assertThat(DATABASE.operations(account)).contains("platform.user.unlock OK");
    }

    @Test
    public void source_isTheNetwork_whenTheAddressIsIpv6() {
        assertThat(Attempt.place("2001:db8:1:2:3:4:5:6")).isEqualTo(Attempt.place("2001:db8:1:2::1"));
        assertThat(Attempt.place("2001:db8:1:2::1")).isNotEqualTo(Attempt.place("2001:db8:1:3::1"));
        assertThat(Attempt.place("not an address")).isEqualTo("not an address");
        assertThat(Attempt.place(null)).isEqualTo("-");
    }
}
