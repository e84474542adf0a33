package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.UsernameToken;

public class TokensTest {
    private static final String NOW = "2026-03-05T02:00:00Z";
    private static final String SECRET = "leg_" + "A".repeat(43);

    @ClassRule
    public static final SecurityDatabase DATABASE = new SecurityDatabase();

    private static final int MOST = 1_500;

    private final String account = UUID.randomUUID().toString();
    private final Tokens tokens = new Tokens(new Rows(DATABASE.source), DATABASE.clock, MOST);
    private final Tokens otherNode = new Tokens(new Rows(DATABASE.source), DATABASE.clock, MOST);

    @After
    public void close() {
        tokens.end();
        otherNode.end();
    }

    private UsernameToken text(String nonce, String created) {
        return new UsernameToken(account, "pw", false, nonce, created);
    }

    private static String now() {
        return DATABASE.clock.instant().toString();
    }

    private static String nonce(int number) {
        return Base64.getEncoder().encodeToString(("nonce " + number).getBytes());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LiaisonException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private long rows() {
        return new Rows(DATABASE.source)
                .query(row -> row.getLong(1), "SELECT COUNT(*) FROM security.nonce WHERE account = ?", account)
                .get(0);
    }

    @Test
    public void text_needsNeitherNonceNorTime() {
        tokens.check(text(null, null));
        tokens.useUp(text(null, null));
        tokens.useUp(text(null, null));
        assertThat(rows()).isZero();
    }

    @Test
    public void digest_needsBoth() {
        for (UsernameToken token : List.of(
                new UsernameToken("li", "x", true, null, now()), new UsernameToken("li", "x", true, nonce(1), null))) {
            assertRefused("TOKEN_INCOMPLETE", () -> tokens.check(token));
        }
        tokens.check(new UsernameToken("li", "x", true, nonce(1), now()));
    }

    @Test
    public void time_isTakenFiveMinutesToEitherSide_inAnyZoneAndWithoutOne() {
        Tokens then = new Tokens(null, Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC), MOST);
        for (String created : List.of(
                NOW,
                "2026-03-05T02:00:00",
                "2026-03-05T02:00:00.123Z",
                "2026-03-05T02:00:00+00:00",
                "2026-03-05T10:00:00+08:00",
                " 2026-03-05T01:55:00Z ",
                "2026-03-05T02:05:00Z")) {
            then.check(text(null, created));
        }
        for (String created : List.of("2026-03-05T01:54:59Z", "2026-03-05T02:05:01Z", "2026-03-05T10:00:00")) {
            assertRefused("TOKEN_EXPIRED", () -> then.check(text(null, created)));
        }
        for (String created : List.of("", "now", "2026-03-05", "1772676000")) {
            assertRefused("TOKEN_UNREADABLE", () -> then.check(text(null, created)));
        }
        then.end();
    }

    @Test
    public void nonce_isBase64AndShort() {
        for (String nonce : List.of("", "§§", "=", Base64.getEncoder().encodeToString(new byte[201]))) {
            assertRefused("TOKEN_UNREADABLE", () -> tokens.check(text(nonce, null)));
        }
    }

    @Test
    public void nonce_isTakenOnce_whicheverNodeItComesTo() {
        tokens.useUp(text(nonce(1), now()));
        assertRefused("TOKEN_REPLAYED", () -> tokens.useUp(text(nonce(1), now())));
        assertRefused("TOKEN_REPLAYED", () -> otherNode.useUp(text(nonce(1), null)));
        // the same bytes, written another way
        assertRefused("TOKEN_REPLAYED", () -> otherNode.useUp(text(" " + nonce(1) + "\n", null)));
        otherNode.useUp(text(nonce(2), now()));
        otherNode.useUp(new UsernameToken(account + "x", "pw", false, nonce(1), now()));
    }

    @Test
    public void oneOfManyAtOnce_isTaken() {
        List<CompletableFuture<Boolean>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        (i % 2 == 0 ? tokens : otherNode).useUp(text(nonce(7), now()));
                        return true;
                    } catch (LiaisonException e) {
                        assertThat(e.code()).isEqualTo("TOKEN_REPLAYED");
                        return false;
                    }
                }))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    }

    @Test
    public void nonces_areKeptAsLongAsTheirTokenIsGood_andSweptInBatches() {
        int most = Tokens.BATCH * 2 + 3;
        String then = now();
        for (int i = 0; i < most; i++) {
            tokens.useUp(text(nonce(i), then));
        }
        DATABASE.clock.move(Tokens.WINDOW);
        tokens.check(text(nonce(0), then));
        tokens.sweep();
        assertRefused("TOKEN_REPLAYED", () -> tokens.useUp(text(nonce(0), then)));
        tokens.useUp(text(nonce(most), null));
        DATABASE.clock.move(Tokens.WINDOW.plus(Tokens.SET_BACK).plus(Duration.ofSeconds(1)));
        tokens.sweep();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    public void clockSetBack_makesNoUsedTokenGoodAgain() {
        UsernameToken used = text(nonce(1), now());
        tokens.useUp(used);
        DATABASE.clock.move(Tokens.KEPT.plus(Duration.ofSeconds(1)));
        assertRefused("TOKEN_EXPIRED", () -> tokens.check(used));
        tokens.sweep();

        DATABASE.clock.move(Tokens.KEPT.negated());
        tokens.check(used);
        assertRefused("TOKEN_REPLAYED", () -> tokens.useUp(used));
    }

    @Test
    public void accountIsRefused_whenItUsesTooManyNonces_andOthersAreNot() {
        Tokens bounded = new Tokens(new Rows(DATABASE.source), DATABASE.clock, 2);
        bounded.useUp(text(nonce(1), null));
        bounded.useUp(text(nonce(2), null));
        assertRefused("TOO_MANY", () -> bounded.useUp(text(nonce(3), null)));
        bounded.useUp(new UsernameToken(account + "x", "pw", false, nonce(3), null));
        DATABASE.clock.move(Tokens.KEPT.plus(Duration.ofSeconds(1)));
        bounded.useUp(text(nonce(3), null));
        bounded.end();
    }

    /** As zeep 4.2.1 and node-soap 1.13.0 made them. */
    @Test
    public void digests_ofForeignClients_match() {
        UsernameToken zeep = new UsernameToken(
                "old.system", "8/jGG8Atrbz/9058wfKqbaasYRs=", true, "YjVkMWM5ZTBhN2Yz", "2026-03-05T02:00:00+00:00");
        UsernameToken node = new UsernameToken(
                "old.system", "vKjkAJ8e16+6Dz1xj8lzZracnWo=", true, "7e57Qw26Hnk+5+0L3idexQ==", "2026-11-25T21:19:49Z");
        for (UsernameToken token : List.of(zeep, node)) {
            assertThat(Tokens.digestMatches(token, SECRET)).isTrue();
            assertThat(Tokens.digestMatches(token, SECRET + "A")).isFalse();
            UsernameToken later =
                    new UsernameToken(token.account(), token.password(), true, token.nonce(), "2026-11-25T21:19:50Z");
            assertThat(Tokens.digestMatches(later, SECRET)).isFalse();
        }
    }
}
