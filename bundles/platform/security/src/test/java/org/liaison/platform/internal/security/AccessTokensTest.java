package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.AccessTokens.Made;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Caller.Limit;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;

public class AccessTokensTest {
    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private static final String PASSWORD = "right horse battery 1";
    private static final String HERE = "10.1.2.3";
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Instant start = DATABASE.clock.instant();
    private final LocalDate today = LocalDate.now(DATABASE.clock);
    private final AccessTokens tokens = new JdbcAccessTokens(DATABASE.source, DATABASE, DATABASE.clock);
    private final AccountTable accounts = new AccountTable(DATABASE.source);
    private final String account = DATABASE.account(PASSWORD, Role.CLK, Role.REV);
    private final Caller owner = SecurityDatabase.caller(account, Role.CLK);
    private final Caller sec = SecurityDatabase.caller("sec", Role.SEC);
    private Logins logins;

    @Before
    public void connect() {
        GuessLimit limit = new GuessLimit(5, QUARTER, QUARTER, QUARTER);
        logins = new Logins(
                DATABASE.source,
                DATABASE.clock,
                new GuessLimits(limit, limit),
                new SlowChecks(2, 300),
                PasswordHash.of("nobody".toCharArray(), SecurityDatabase.CHEAP),
                Optional.empty());
        logins.accessTokens = new JdbcAccessTokens(DATABASE.source, DATABASE, DATABASE.clock);
        logins.trail = DATABASE;
    }

    @After
    public void setTheClockBack() {
        DATABASE.clock.move(Duration.between(DATABASE.clock.instant(), start));
    }

    private Made make(boolean readOnly) {
        return tokens.make(owner, "对账程序", null, readOnly, today.plusDays(30));
    }

    private Optional<Caller> caller(Made made) {
        return tokens.caller(made.token(), Channel.REST, HERE);
    }

    @Test
    public void token_actsUnderOneBindingOfItsOwner_andIsKeptAsAHash() {
        Made made = make(false);
        assertThat(made.token()).matches("lat_[A-Za-z0-9_-]{43}");
        Caller caller = caller(made).orElseThrow();
        assertThat(caller.account()).isEqualTo(account);
        assertThat(caller.bindings()).extracting(Binding::toString).containsExactly("CLK@ALL");
        assertThat(caller.limit()).isEqualTo(Limit.TOKEN);
        assertThat(caller(make(true)).orElseThrow().limit()).isEqualTo(Limit.READ_ONLY_TOKEN);
        assertThat(new Rows(DATABASE.source)
                        .query(
                                row -> row.getString(1),
                                "SELECT token FROM security.access_token WHERE id = ?",
                                made.row().id()))
                .containsExactly(Secret.hash(made.token()));
        assertThat(made).asString().doesNotContain(made.token());
        assertThat(DATABASE.operations(made.row().id())).isEmpty();
        assertThat(DATABASE.trail).anyMatch(one -> String.valueOf(one.reason()).startsWith("新建：对账程序，CLK@ALL"));
    }

    @Test
    public void token_isWorthNothing_whenACharacterIsAnother_orItWasRevoked() {
        Made made = make(false);
        char last = made.token().charAt(46);
        String changed = made.token().substring(0, 46) + (last == 'A' ? 'B' : 'A');
        assertThat(tokens.caller(changed, Channel.REST, HERE)).isEmpty();
        assertThat(tokens.caller("lat_", Channel.REST, HERE)).isEmpty();
        tokens.revokeOwn(owner, made.row().id());
        assertThat(caller(made)).isEmpty();
        assertThatThrownBy(() -> tokens.revokeOwn(owner, made.row().id())).isInstanceOf(NotFound.class);
    }

    @Test
    public void token_endsWithItsLastDay_andWithTheBindingAndTheAccount() {
        Made made = make(false);
        DATABASE.clock.move(Duration.ofDays(30));
        assertThat(caller(made)).isPresent();
        DATABASE.clock.move(Duration.ofDays(1));
        assertThat(caller(made)).isEmpty();
        setTheClockBack();
        Rows rows = new Rows(DATABASE.source);
        rows.update("UPDATE security.account SET state = 'LOCKED' WHERE account = ?", account);
        assertThat(caller(made)).isEmpty();
        rows.update("UPDATE security.account SET state = 'ACTIVE' WHERE account = ?", account);
        assertThat(caller(made)).isPresent();
        rows.update("DELETE FROM security.binding WHERE account = ? AND role = 'CLK'", account);
        assertThat(caller(made)).isEmpty();
    }

    @Test
    public void wish_isChecked() {
        assertInvalid("UNTIL_RANGE", "x", null, today.minusDays(1));
        assertInvalid("UNTIL_RANGE", "x", null, today.plusDays(367));
        assertInvalid("UNTIL_RANGE", "x", null, null);
        assertInvalid("NAME_FORM", " ", null, today);
        assertInvalid("NAME_FORM", "a\nb", null, today);
        assertInvalid("ACTING_UNKNOWN", "x", "HED", today);
        for (int i = 0; i < 20; i++) {
            make(true);
        }
        assertThatThrownBy(() -> make(true)).isInstanceOf(Conflict.class);
        assertThat(tokens.own(owner)).hasSize(20);
    }

    @Test
    public void rightHandedOver_isForNoProgram() {
        Binding taken = new Binding(Role.PSU, Scope.ALL, today, "giver");
        Caller taker = new Caller(account, "张三", List.of(taken), taken, Channel.REST, HERE);
        assertThatThrownBy(() -> tokens.make(taker, "x", null, true, today))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("RE_DELEGATION"));
    }

    private void assertInvalid(String code, String name, String acting, LocalDate until) {
        assertThatThrownBy(() -> tokens.make(owner, name, acting, false, until))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).code()).isEqualTo(code));
    }

    @Test
    public void token_reachesNothingThatBelongsToTheAccountItself() {
        Caller program = caller(make(false)).orElseThrow();
        assertThatThrownBy(() -> tokens.make(program, "x", null, false, today)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> tokens.own(program)).isInstanceOf(Forbidden.class);
        TableGate gate = new TableGate();
        gate.add(PlatformPermissions.TABLE);
        PlatformPermissions.OWN.forEach(operation -> assertThatThrownBy(() -> gate.admit(program, operation))
                .as(operation)
                .isInstanceOf(Forbidden.class));
        assertThat(gate.admit(program, "platform.notice.list")).isEqualTo(Scope.ALL);
    }

    @Test
    public void use_isWrittenOnceAMinute() {
        Made made = make(false);
        assertThat(tokens.own(owner).get(0).usedAt()).isNull();
        caller(made);
        assertThat(tokens.own(owner).get(0).usedAt()).isEqualTo(start);
        DATABASE.clock.move(Duration.ofSeconds(59));
        caller(made);
        assertThat(tokens.own(owner).get(0).usedAt()).isEqualTo(start);
        DATABASE.clock.move(Duration.ofSeconds(1));
        caller(made);
        assertThat(tokens.own(owner).get(0).usedAt()).isEqualTo(start.plusSeconds(60));
    }

    @Test
    public void administrator_seesAndRevokes_nobodyElseDoes() {
        Made made = make(false);
        assertThatThrownBy(() -> tokens.list(owner, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> tokens.revoke(owner, made.row().id())).isInstanceOf(Forbidden.class);
        assertThat(tokens.list(sec, account)).containsExactly(made.row());
        tokens.revoke(sec, made.row().id());
        assertThat(caller(made)).isEmpty();
    }

    @Test
    public void token_isTakenForThePasswordOfItsOwner_andOfNobodyElse() {
        String token = make(true).token();
        Caller caller = logins.login(account, token.toCharArray(), Channel.CONSOLE, HERE, null)
                .orElseThrow();
        assertThat(caller.limit()).isEqualTo(Limit.READ_ONLY_TOKEN);
        String other = DATABASE.account(PASSWORD, Role.CLK);
        assertThat(logins.login(other, token.toCharArray(), Channel.CONSOLE, HERE, null))
                .isEmpty();
    }

    @Test
    public void limitOfAConsolesLogin_staysWithItsCommands() {
        Caller program = logins.login(account, make(true).token().toCharArray(), Channel.CONSOLE, HERE, null)
                .orElseThrow();
        Subject subject = new Subject(true, PlatformRealm.principals(program), Set.of(), Set.of());
        Caller command = logins.of(subject, Channel.CONSOLE, null);
        assertThat(command.limit()).isEqualTo(Limit.READ_ONLY_TOKEN);
        assertThat(command.bindings()).extracting(Binding::toString).containsExactly("CLK@ALL");
        assertThatThrownBy(() -> logins.of(subject, Channel.CONSOLE, "REV")).isInstanceOf(Invalid.class);
        assertThat(logins.of(
                                new Subject(true, new HashSet<>(PlatformRealm.principals(owner)), Set.of(), Set.of()),
                                Channel.CONSOLE,
                                "REV")
                        .limit())
                .isEqualTo(Limit.NONE);
    }

    @Test
    public void operatorsTokenForReading_replacesNoBundle() {
        String operator = DATABASE.account(PASSWORD, Role.OPS);
        Caller ops = SecurityDatabase.caller(operator, Role.OPS);
        assertThat(roles(tokens.make(ops, "监控", null, true, today)))
                .contains("viewer")
                .doesNotContain("manager");
        assertThat(roles(tokens.make(ops, "部署", null, false, today))).contains("viewer", "manager");
    }

    private List<String> roles(Made made) {
        return PlatformRealm.principals(caller(made).orElseThrow()).stream()
                .map(Principal::getName)
                .toList();
    }

    @Test
    public void binding_isGoneForACommand_whenItWasTakenAway() {
        Caller program = logins.login(account, make(false).token().toCharArray(), Channel.CONSOLE, HERE, null)
                .orElseThrow();
        Subject subject = new Subject(true, PlatformRealm.principals(program), Set.of(), Set.of());
        new Rows(DATABASE.source).update("DELETE FROM security.binding WHERE account = ? AND role = 'CLK'", account);
        assertThatThrownBy(() -> logins.of(subject, Channel.CONSOLE, null)).isInstanceOf(Forbidden.class);
        assertThat(accounts.find(account)).isPresent();
    }
}
