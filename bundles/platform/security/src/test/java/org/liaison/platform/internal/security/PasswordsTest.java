package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.TooMany;

public class PasswordsTest {
    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private static final String FIRST = "right horse battery 0";
    private static final int HISTORY = 3;
    private static final Duration AGE = Duration.ofDays(90);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final GuessLimit LIMIT = new GuessLimit(5, QUARTER, QUARTER, QUARTER);

    private final Logins logins = new Logins(
            DATABASE.source,
            DATABASE.clock,
            new GuessLimits(LIMIT, new GuessLimit(500, QUARTER, QUARTER, QUARTER)),
            new SlowChecks(2, 300),
            PasswordHash.of("nobody".toCharArray(), SecurityDatabase.CHEAP),
            Optional.of(AGE));
    private final Passwords passwords = new Passwords(
            DATABASE.source,
            logins,
            DATABASE,
            DATABASE.clock,
            new PasswordPolicy(12, 2),
            HISTORY,
            SecurityDatabase.CHEAP);
    private final AccountTable accounts = new AccountTable(DATABASE.source);
    private final String account = DATABASE.account(FIRST, Role.CLK);
    private final Caller caller = SecurityDatabase.caller(account, Role.CLK);

    private static String password(int number) {
        return "right horse battery " + number;
    }

    private void change(String present, String wanted) {
        passwords.change(caller, present.toCharArray(), wanted.toCharArray());
    }

    private Optional<Caller> login(String password) {
        logins.trail = DATABASE;
        return logins.login(account, password.toCharArray(), Channel.REST, "10.0.0.1", null);
    }

    private void assertRefused(String present, String wanted, String path, String code) {
        assertThatThrownBy(() -> change(present, wanted)).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.violations().get(0).path()).isEqualTo(path);
            assertThat(e.violations()).extracting("code").containsExactly(code);
        });
    }

    @Test
    public void change_takesTheNewPassword_andEndsWhatKnewTheOld() {
        assertThat(login(FIRST)).isPresent();
        long before = accounts.find(account).orElseThrow().changes();
        change(FIRST, password(1));
        assertThat(login(FIRST)).isEmpty();
        assertThat(login(password(1))).isPresent();
        assertThat(accounts.find(account).orElseThrow().changes()).isEqualTo(before + 1);
        assertThat(DATABASE.operations(account)).contains("platform.password.change OK");
    }

    @Test
    public void change_isRefused_andRecorded_whenARuleIsBroken() {
        assertRefused("wrong", password(1), "present", "PASSWORD_WRONG");
        assertRefused(FIRST, "too-short-1", "wanted", "PASSWORD_LENGTH");
        assertThat(DATABASE.operations(account)).contains("platform.password.change REFUSED");
        assertThat(login(FIRST)).isPresent();
        assertThat(login("too-short-1")).isEmpty();
    }

    @Test
    public void newPassword_isKnown_withoutAnotherSlowHash() {
        change(FIRST, password(1));
        // both places are taken meanwhile
        assertThat(logins.inTurn("one", () -> logins.inTurn("two", () -> login(password(1)))))
                .isPresent();
    }

    @Test
    public void guessingThePresentPassword_locksLikeAnyOther() {
        for (int i = 0; i < 5; i++) {
            DATABASE.clock.move(Duration.ofSeconds(5));
            assertRefused("wrong" + i, password(1), "present", "PASSWORD_WRONG");
        }
        assertThatThrownBy(() -> change(FIRST, password(1))).isInstanceOf(TooMany.class);
    }

    @Test
    public void formerPasswords_areRefused_asFarAsTheHistoryGoes() {
        assertRefused(FIRST, FIRST, "wanted", "PASSWORD_USED");
        change(FIRST, password(1));
        assertRefused(password(1), FIRST, "wanted", "PASSWORD_USED");
        change(password(1), password(2));
        assertRefused(password(2), FIRST, "wanted", "PASSWORD_USED");
        assertRefused(password(2), password(1), "wanted", "PASSWORD_USED");
        change(password(2), password(3));
        change(password(3), FIRST);
        assertThat(new FormerPasswords(DATABASE.source).hashes(account, 100)).hasSize(HISTORY - 1);
    }

    @Test
    public void oneChangeWins_whenTwoComeAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int done = 0;
        try {
            List<Callable<Void>> changes = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                String wanted = password(i);
                changes.add(() -> {
                    change(FIRST, wanted);
                    return null;
                });
            }
            for (Future<Void> change : threads.invokeAll(changes)) {
                try {
                    change.get();
                    done++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(LiaisonException.class);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(done).isEqualTo(1);
    }

    @Test
    public void password_mustBeChanged_whenItIsTooOld() {
        change(FIRST, password(1));
        DATABASE.clock.move(AGE.minusMinutes(6));
        assertThat(login(password(1)).orElseThrow().bindings()).hasSize(1);
        DATABASE.clock.move(Duration.ofMinutes(6));
        assertThat(login(password(1)).orElseThrow().bindings()).isEmpty();
        assertThat(accounts.find(account).orElseThrow().account().mustChange()).isTrue();
        assertThat(DATABASE.operations(account)).contains("platform.password.expire OK");
        change(password(1), password(2));
        assertThat(login(password(2)).orElseThrow().bindings()).hasSize(1);
    }

    @Test
    public void givenPassword_doesNotAge_andNoneDoes_whenTheSettingSaysSo() {
        DATABASE.clock.move(AGE.multipliedBy(3));
        assertThat(login(FIRST).orElseThrow().bindings()).hasSize(1);
        assertThat(Passwords.age(0)).isEmpty();
        assertThat(Passwords.age(90)).contains(AGE);
    }
}
