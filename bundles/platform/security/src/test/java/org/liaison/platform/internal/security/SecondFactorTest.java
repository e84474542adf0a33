package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.SecondFactor.Enrolment;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Opened;
import org.liaison.platform.api.TooMany;

public class SecondFactorTest {
    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private static final String PASSWORD = "right horse battery 1";
    private static final String HERE = "10.1.2.3";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final GuessLimits LIMITS = new GuessLimits(
            new GuessLimit(5, QUARTER, QUARTER, QUARTER), new GuessLimit(900, QUARTER, QUARTER, QUARTER));
    private static final OneKey KEYS = new OneKey();

    private final Logins logins = new Logins(
            DATABASE.source,
            DATABASE.clock,
            LIMITS,
            new SlowChecks(2, 300),
            PasswordHash.of("nobody".toCharArray(), SecurityDatabase.CHEAP),
            Optional.empty());
    private final JdbcSecondFactor factors = factors(Set.of(Role.OPS));
    private final Sessions sessions = new JdbcSessions(
            DATABASE.source, logins, factors, DATABASE, DATABASE.clock, Duration.ofMinutes(30), Duration.ofHours(12));
    private final String account = DATABASE.account(PASSWORD, Role.CLK);
    private final Caller caller = SecurityDatabase.caller(account, Role.CLK);

    private static JdbcSecondFactor factors(Set<Role> required) {
        SecretStore secrets = new SecretStore(new Rows(DATABASE.source), KEYS);
        return new JdbcSecondFactor(DATABASE.source, secrets, DATABASE, DATABASE.clock, LIMITS, required);
    }

    @Before
    public void connect() {
        logins.trail = DATABASE;
        logins.factors(factors);
        // codes of an earlier test are of an earlier time
        DATABASE.clock.move(Duration.ofMinutes(5));
    }

    private static String code(Enrolment enrolment) {
        return Totp.code(bytes(enrolment.secret()), DATABASE.clock.millis() / 30_000, 6);
    }

    private static byte[] bytes(String base32) {
        byte[] found = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < found.length * 8; bit++) {
            int five = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(bit / 5));
            found[bit / 8] |= (byte) (((five >> (4 - bit % 5)) & 1) << (7 - bit % 8));
        }
        return found;
    }

    private Enrolment enrolled(List<String> recovery) {
        Enrolment enrolment = factors.enrol(caller);
        recovery.addAll(factors.confirm(caller, code(enrolment)));
        DATABASE.clock.move(Duration.ofSeconds(30));
        return enrolment;
    }

    private Optional<Opened> open(String code) {
        return sessions.open(new Sessions.Login(account, PASSWORD.toCharArray(), code, null, HERE, null));
    }

    private Optional<Caller> basic(String name) {
        return logins.login(name, PASSWORD.toCharArray(), Channel.SOAP, HERE, null);
    }

    private void assertCodeRequired() {
        assertThatThrownBy(() -> open(null)).isInstanceOfSatisfying(Forbidden.class, e -> assertThat(e.code())
                .isEqualTo("CODE_REQUIRED"));
    }

    @Test
    public void code_isNeeded_onceTheFactorIsConfirmed_andWorksOnce() {
        Enrolment enrolment = factors.enrol(caller);
        assertThat(enrolment.uri())
                .isEqualTo("otpauth://totp/Liaison%3A" + account + "?secret=" + enrolment.secret() + "&issuer=Liaison");
        assertThat(open(null)).as("not confirmed yet").isPresent();
        factors.confirm(caller, code(enrolment));
        assertCodeRequired();
        assertThat(open(code(enrolment))).as("used to confirm").isEmpty();
        DATABASE.clock.move(Duration.ofSeconds(30));
        String code = code(enrolment);
        assertThat(open(code).orElseThrow().caller().acting()).hasToString("CLK@ALL");
        assertThat(open(code)).isEmpty();
        DATABASE.clock.move(Duration.ofSeconds(30));
        assertThat(open(code(enrolment))).isPresent();
    }

    /** Codes are taken again once the clock has passed the last one used; until then a recovery code lets in. */
    @Test
    public void clockSetBack_makesNoUsedCodeGoodAgain() {
        List<String> recovery = new ArrayList<>();
        Enrolment enrolment = enrolled(recovery);
        String used = code(enrolment);
        assertThat(open(used)).isPresent();
        DATABASE.clock.move(Duration.ofMinutes(5));
        assertThat(open(code(enrolment))).isPresent();
        DATABASE.clock.move(Duration.ofMinutes(-5));
        assertThat(open(used)).isEmpty();
        assertThat(open(recovery.get(0))).isPresent();
        DATABASE.clock.move(Duration.ofSeconds(330));
        assertThat(open(code(enrolment))).isPresent();
    }

    @Test
    public void code_worksOnce_whenItComesManyTimesAtOnce() throws Exception {
        Enrolment enrolment = enrolled(new ArrayList<>());
        String code = code(enrolment);
        JdbcSecondFactor other = factors(Set.of());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int passed = 0;
        try {
            List<Callable<Boolean>> uses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                JdbcSecondFactor node = i % 2 == 0 ? factors : other;
                uses.add(() -> node.pass(account, code));
            }
            for (Future<Boolean> use : threads.invokeAll(uses)) {
                passed += use.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(passed).isEqualTo(1);
    }

    @Test
    public void recoveryCode_worksOnce_howeverItIsTyped() {
        List<String> recovery = new ArrayList<>();
        enrolled(recovery);
        assertThat(recovery)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(open(recovery.get(0))).isPresent();
        assertThat(open(recovery.get(0))).isEmpty();
        assertThat(open(recovery.get(1).replace("-", " ").toLowerCase(Locale.ROOT)))
                .isPresent();
        assertThat(new Rows(DATABASE.source)
                        .query(
                                row -> row.getString(1),
                                "SELECT code FROM security.recovery_code WHERE account = ?",
                                account))
                .hasSize(8)
                .doesNotContainAnyElementsOf(recovery);
    }

    @Test
    public void passwordAlone_letsNobodyInAnyMore_alsoNotWhoWasRemembered() {
        assertThat(basic(account)).isPresent();
        enrolled(new ArrayList<>());
        for (int i = 0; i < 2; i++) {
            DATABASE.clock.move(Duration.ofSeconds(5));
            assertThatThrownBy(() -> basic(account)).isInstanceOfSatisfying(Forbidden.class, e -> assertThat(e.code())
                    .isEqualTo("SECOND_FACTOR"));
        }
    }

    @Test
    public void guessedCodes_lockTheAccount_alsoWithTheRightPassword() {
        Enrolment enrolment = enrolled(new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            DATABASE.clock.move(Duration.ofSeconds(5));
            assertThat(open("00000" + i)).isEmpty();
        }
        assertThatThrownBy(() -> open(code(enrolment))).isInstanceOf(TooMany.class);
    }

    @Test
    public void sessions_endWithTheChangeOfTheFactor() {
        Opened before = open(null).orElseThrow();
        List<String> recovery = new ArrayList<>();
        enrolled(recovery);
        assertThat(sessions.caller(before.token(), HERE, null)).isEmpty();
        Opened after = open(recovery.get(0)).orElseThrow();
        factors.drop(caller, recovery.get(1));
        assertThat(sessions.caller(after.token(), HERE, null)).isEmpty();
        assertThat(open(null)).isPresent();
        assertThat(basic(account)).isPresent();
    }

    @Test
    public void drop_isRefused_andLocks_whenCodesAreTriedOut() {
        enrolled(new ArrayList<>());
        Throwable last = null;
        for (int i = 0; i < 6; i++) {
            DATABASE.clock.move(Duration.ofSeconds(5));
            String code = "00000" + i;
            last = catchThrowable(() -> factors.drop(caller, code));
            assertThat(last).isInstanceOf(LiaisonException.class);
        }
        assertThat(last).isInstanceOf(TooMany.class);
        assertThat(factors.has(caller)).isTrue();
    }

    @Test
    public void role_asksForIt_andASessionWithoutIsGoodForSettingItUpAlone() {
        String operator = DATABASE.account(PASSWORD, Role.OPS);
        assertThatThrownBy(() -> basic(operator)).isInstanceOf(Forbidden.class);
        Sessions.Login login = new Sessions.Login(operator, PASSWORD.toCharArray(), null, null, HERE, null);
        Opened session = sessions.open(login).orElseThrow();
        assertThat(session.mustEnrol()).isTrue();
        Caller limited = sessions.caller(session.token(), HERE, "OPS").orElseThrow();
        assertThat(limited.bindings()).isEmpty();
        Enrolment enrolment = factors.enrol(limited);
        factors.confirm(limited, code(enrolment));
        DATABASE.clock.move(Duration.ofSeconds(30));
        Opened whole = sessions.open(
                        new Sessions.Login(operator, PASSWORD.toCharArray(), code(enrolment), null, HERE, null))
                .orElseThrow();
        assertThat(whole.mustEnrol()).isFalse();
        assertThat(sessions.caller(whole.token(), HERE, null).orElseThrow().acting())
                .hasToString("OPS@ALL");
    }

    @Test
    public void enrolment_isRefused_whenThereIsOne_andConfirmation_whenThereIsNone() {
        assertThatThrownBy(() -> factors.confirm(caller, "123456")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> factors.drop(caller, "123456")).isInstanceOf(Conflict.class);
        factors.enrol(caller);
        assertThatThrownBy(() -> factors.confirm(caller, "000000")).isInstanceOf(Invalid.class);
        enrolled(new ArrayList<>());
        assertThatThrownBy(() -> factors.enrol(caller)).isInstanceOf(Conflict.class);
    }

    @Test
    public void reset_isForSecurityAdministrators() {
        enrolled(new ArrayList<>());
        assertThatThrownBy(() -> factors.reset(caller, account)).isInstanceOf(Forbidden.class);
        factors.reset(SecurityDatabase.caller("sec", Role.SEC), account);
        assertThat(factors.has(caller)).isFalse();
        assertThat(open(null)).isPresent();
        assertThat(DATABASE.operations(account)).contains("platform.user.second-factor OK");
        assertThat(DATABASE.trail)
                .filteredOn(one -> account.equals(one.act().subjectId()))
                .extracting(SecurityDatabase.Recorded::reason)
                .contains("登记", "启用", "停用");
    }

    @Test
    public void roleThatIsNone_isRefused() {
        assertThat(JdbcSecondFactor.roles(" SEC, OPS,")).containsExactlyInAnyOrder(Role.SEC, Role.OPS);
        assertThat(JdbcSecondFactor.roles("")).isEmpty();
        assertThatThrownBy(() -> JdbcSecondFactor.roles("SECX")).isInstanceOf(IllegalArgumentException.class);
    }
}
