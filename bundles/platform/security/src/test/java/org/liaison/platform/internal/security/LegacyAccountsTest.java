package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.NewLegacyAccount;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Networks;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.UsernameToken;
import org.liaison.platform.api.Violation;

public class LegacyAccountsTest {
    private static final String NEAR = "10.1.2.3";
    private static final Set<ApiScope> SOME = Set.of(ApiScope.OFFICE_READ);

    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private final OneKey keys = new OneKey();
    private final Caller sec = SecurityDatabase.caller("sec", Role.SEC);
    private SecretStore secrets;
    private JdbcLegacyAccounts accounts;
    private Logins logins;
    private String owner;

    @After
    public void close() {
        logins.tokens.end();
    }

    @Before
    public void open() {
        secrets = new SecretStore(new Rows(DATABASE.source), keys);
        accounts = new JdbcLegacyAccounts(DATABASE.source, null, secrets, DATABASE, DATABASE.clock);
        Duration minutes = Duration.ofMinutes(15);
        GuessLimit many = new GuessLimit(1_000, minutes, minutes, minutes);
        String nobody = PasswordHash.of("nobody".toCharArray(), SecurityDatabase.CHEAP);
        logins = new Logins(
                DATABASE.source,
                DATABASE.clock,
                new GuessLimits(many, many),
                new SlowChecks(2, 300),
                nobody,
                Optional.empty());
        logins.trail = DATABASE;
        logins.programs = new LegacyLogins(new LegacyTable(new Rows(DATABASE.source)), secrets, DATABASE.clock);
        logins.programs.trail = DATABASE;
        logins.tokens = new Tokens(new Rows(DATABASE.source), DATABASE.clock, 1_000);
        owner = DATABASE.account("a long enough password", Role.CLK);
    }

    private static LocalDate today() {
        return LocalDate.now(DATABASE.clock);
    }

    private static String now() {
        return DATABASE.clock.instant().toString();
    }

    private Terms terms(boolean digest) {
        String account = "old." + UUID.randomUUID().toString().substring(0, 8);
        return new Terms(
                account,
                "旧信息平台",
                owner,
                Set.of(ApiScope.OFFICE_READ, ApiScope.CHANGES_POLL),
                Networks.parse("10.1.0.0/16"),
                today().plusDays(1),
                digest);
    }

    private static NewLegacyAccount wanted(Terms terms) {
        return new NewLegacyAccount(
                terms.account(),
                terms.name(),
                terms.owner(),
                terms.scopes(),
                List.of(terms.addresses().toString()),
                terms.until(),
                terms.digest());
    }

    private Optional<Caller> login(Terms terms, String secret, String source) {
        return logins.login(terms.account(), secret.toCharArray(), Channel.REST, source, null);
    }

    private Optional<Caller> digest(Terms terms, String secret, String nonce) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        sha.update((nonce + now() + secret).getBytes(StandardCharsets.UTF_8));
        String encoded = Base64.getEncoder().encodeToString(nonce.getBytes(StandardCharsets.UTF_8));
        String password = Base64.getEncoder().encodeToString(sha.digest());
        return logins.login(new UsernameToken(terms.account(), password, true, encoded, now()), NEAR, null);
    }

    private List<String> reasons(Terms terms) {
        return DATABASE.trail.stream()
                .filter(one -> one.act().operation().equals("platform.legacy.login"))
                .filter(one -> terms.account().equals(one.act().subjectId()))
                .map(SecurityDatabase.Recorded::reason)
                .toList();
    }

    private static void assertRefused(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(LiaisonException.class, e -> assertThat(code)
                .isIn(
                        e.code(),
                        e.violations().stream().map(Violation::code).findFirst().orElse("")));
    }

    @Test
    public void secret_has256Bits_andIsStoredAsItsHashAlone() {
        Terms terms = terms(false);
        String secret = accounts.create(sec, wanted(terms));
        assertThat(secret).matches("leg_[A-Za-z0-9_-]{43}");
        assertThat(new LegacyTable(new Rows(DATABASE.source)).find(terms.account()))
                .hasValueSatisfying(stored -> assertThat(stored.secret()).isEqualTo(Secret.hash(secret)));
        assertThat(secrets.read("legacy:" + terms.account())).isEmpty();
        assertThat(DATABASE.operations(terms.account())).containsExactly("platform.legacy.create OK");
        assertThat(DATABASE.trail.toString()).doesNotContain(secret);
    }

    @Test
    public void program_isLetInWithItsScopes() {
        Terms terms = terms(false);
        Caller caller = login(terms, accounts.create(sec, wanted(terms)), NEAR).orElseThrow();
        assertThat(caller.is(Role.LEG)).isTrue();
        assertThat(caller.scopes()).isEqualTo(terms.scopes());
        assertThat(caller.source()).isEqualTo(NEAR);
        assertThat(accounts.list(sec)).contains(new Legacy(terms, "ACTIVE", DATABASE.clock.instant()));
    }

    @Test
    public void refusalsAreAlike_andTheReasonStandsInTheTrail() {
        Terms terms = terms(false);
        String secret = accounts.create(sec, wanted(terms));
        assertThat(login(terms, LegacySecret.make(), NEAR)).isEmpty();
        assertThat(login(terms(false), secret, NEAR)).isEmpty();
        assertThat(reasons(terms)).isEmpty();
        assertThat(login(terms, secret, "10.2.0.1")).isEmpty();
        assertThat(login(terms, secret, "ssh")).isEmpty();
        DATABASE.clock.move(Duration.ofDays(2));
        assertThat(login(terms, secret, NEAR)).isEmpty();
        accounts.end(sec, terms.account(), false);
        assertThat(login(terms, secret, NEAR)).isEmpty();
        assertThat(reasons(terms)).containsExactly("LEGACY_ADDRESS", "LEGACY_ADDRESS", "LEGACY_ENDED", "LEGACY_CLOSED");
    }

    @Test
    public void newSecret_replacesTheOld_alsoForDigests() throws Exception {
        Terms terms = terms(true);
        String old = accounts.create(sec, wanted(terms));
        assertThat(accounts.renew(sec, terms.account(), true)).isNull();
        assertThat(login(terms, old, NEAR)).isPresent();
        String secret = accounts.renew(sec, terms.account(), false);
        assertThat(login(terms, old, NEAR)).isEmpty();
        assertThat(digest(terms, old, "1")).isEmpty();
        assertThat(login(terms, secret, NEAR)).isPresent();
        assertThat(digest(terms, secret, "2")).isPresent();
    }

    @Test
    public void digest_isForAccountsWhoseSecretIsKept_andTakenOnce() throws Exception {
        Terms kept = terms(true);
        String secret = accounts.create(sec, wanted(kept));
        assertThat(digest(kept, secret, "1")).isPresent();
        assertRefused("TOKEN_REPLAYED", () -> {
            try {
                digest(kept, secret, "1");
            } catch (LiaisonException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Terms hashed = terms(false);
        assertThat(digest(hashed, accounts.create(sec, wanted(hashed)), "1")).isEmpty();
        accounts.end(sec, kept.account(), false);
        assertThat(digest(kept, secret, "2")).isEmpty();
        assertThat(secrets.byKey()).doesNotContainKey(keys.primary);
    }

    @Test
    public void person_neverGetsInByDigest_andByTextWithANonceOnce() throws Exception {
        Terms person = new Terms(owner, "", "", Set.of(), Networks.NONE, today(), true);
        assertThat(digest(person, "a long enough password", "1")).isEmpty();
        UsernameToken text = new UsernameToken(owner, "a long enough password", false, "AAAA", now());
        assertThat(logins.login(text, NEAR, null)).hasValueSatisfying(caller -> {
            assertThat(caller.scopes()).isNull();
            assertThat(caller.is(Role.CLK)).isTrue();
        });
        assertRefused("TOKEN_REPLAYED", () -> logins.login(text, NEAR, null));
    }

    @Test
    public void rightsOfAProgram_neverComeWithAPassword() {
        assertThat(Role.LEG.bindable()).isFalse();
        String account = DATABASE.account("a long enough password", Role.LEG);
        assertThat(logins.login(account, "a long enough password".toCharArray(), Channel.REST, NEAR, null))
                .hasValueSatisfying(caller -> assertThat(caller.bindings()).isEmpty());
    }

    @Test
    public void terms_areRefused_whenTheyCannotBe() {
        Terms good = terms(false);
        accounts.check(sec, wanted(good));
        accounts.create(sec, wanted(good));
        assertRefused("ACCOUNT_EXISTS", () -> accounts.check(sec, wanted(good)));
        assertRefused("OWNER_UNKNOWN", () -> accounts.check(sec, wanted("nobody-" + owner, today())));
        assertRefused("OWNER_UNKNOWN", () -> accounts.check(sec, wanted(good.account(), today())));
        assertRefused("UNTIL_PAST", () -> accounts.check(sec, wanted(owner, today().minusDays(1))));
        assertRefused("ACCOUNT_LOOK_ALIKE", () -> {
            String alike = good.account().replace('.', '_');
            accounts.create(sec, new NewLegacyAccount(alike, "n", owner, SOME, List.of(NEAR), today(), null));
        });
    }

    private static NewLegacyAccount wanted(String owner, LocalDate until) {
        return new NewLegacyAccount("x1", "n", owner, SOME, List.of(NEAR), until, null);
    }

    @Test
    public void everythingThatIsWrong_isToldAtOnce_butToNobodyElse() {
        NewLegacyAccount nothing = new NewLegacyAccount("X Y", "旧\u202e系统", " ", Set.of(), null, null, null);
        assertThatThrownBy(() -> accounts.create(sec, nothing))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.violations())
                        .extracting(Violation::code)
                        .containsExactly(
                                "ACCOUNT_FORM",
                                "NAME_HIDDEN",
                                "REQUIRED",
                                "SCOPES_MISSING",
                                "ADDRESSES_MISSING",
                                "UNTIL_PAST"));
        NewLegacyAccount bits = new NewLegacyAccount("x1", "n", owner, SOME, List.of("10.1.2.3/8"), today(), null);
        assertRefused("NETWORK_FORM", () -> accounts.create(sec, bits));
        Caller clerk = SecurityDatabase.caller("clk", Role.CLK);
        assertThatThrownBy(() -> accounts.create(clerk, nothing)).isInstanceOf(Forbidden.class);
    }

    @Test
    public void endedAccount_staysEnded_andAnUnknownOneIsNotFound() {
        Terms terms = terms(false);
        accounts.create(sec, wanted(terms));
        accounts.end(sec, terms.account(), true);
        accounts.end(sec, terms.account(), false);
        assertRefused("NOT_FOUND", () -> accounts.end(sec, terms.account(), false));
        assertRefused("NOT_FOUND", () -> accounts.renew(sec, terms.account(), false));
        assertRefused("NOT_FOUND", () -> accounts.renew(sec, "nobody-" + owner, true));
    }

    @Test
    public void onlyTheSecurityAdministrator_touchesThem() {
        for (Role role : List.of(Role.OPS, Role.AUD, Role.LDR, Role.LEG)) {
            Caller other = SecurityDatabase.caller("x", role);
            assertThatThrownBy(() -> accounts.list(other)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> accounts.create(other, wanted(terms(false))))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> accounts.renew(other, owner, true)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> accounts.end(other, owner, true)).isInstanceOf(Forbidden.class);
        }
    }

    @Test
    public void keptSecrets_areReadUnderTheNewKey_onceARotationIsDone() {
        Terms terms = terms(true);
        String secret = accounts.create(sec, wanted(terms));
        String old = keys.primary;
        assertThat(secrets.byKey()).containsEntry(old, 1L);
        keys.primary = old + "+";
        assertThat(secrets.renew(old, 500)).isEqualTo(1);
        assertThat(secrets.renew(old, 500)).isZero();
        assertThat(secrets.unused(List.of(old))).isTrue();
        assertThat(secrets.unused(List.of(keys.primary))).isFalse();
        assertThat(secrets.read("legacy:" + terms.account())).contains(secret);
        List<String> content = new Rows(DATABASE.source)
                .query(row -> row.getString(1), "SELECT content FROM security.secret WHERE key_id = ?", keys.primary);
        assertThat(new String(Base64.getDecoder().decode(content.get(0)), StandardCharsets.UTF_8))
                .doesNotContain("leg_");
    }
}
