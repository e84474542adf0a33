package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.Test;

public class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1. */
    private static final Map<Long, String> VECTORS = Map.of(
            59L, "94287082",
            1111111109L, "07081804",
            1111111111L, "14050471",
            1234567890L, "89005924",
            2000000000L, "69279037",
            20000000000L, "65353130");

    @Test
    public void code_isThatOfTheRfc() {
        VECTORS.forEach((seconds, code) -> {
            assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
            assertThat(Totp.code(SECRET, seconds / 30, 6)).isEqualTo(code.substring(2));
        });
    }

    @Test
    public void step_isFound_oneBeforeAndOneAfter() {
        long now = 1_111_111_111L;
        long step = now / 30;
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, near, 6), 0, now * 1000))
                    .hasValue(near);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2, 6), 0, now * 1000))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2, 6), 0, now * 1000))
                .isEmpty();
    }

    @Test
    public void step_isNotFound_whenItIsUsedUp() {
        long now = 1_111_111_111L;
        long step = now / 30;
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step, 6), step, now * 1000))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1, 6), step, now * 1000))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1, 6), step, now * 1000))
                .hasValue(step + 1);
    }

    /** RFC 4648, section 10. */
    @Test
    public void base32_isThatOfTheRfc() {
        Map.of(
                        "",
                        "",
                        "f",
                        "MY",
                        "fo",
                        "MZXQ",
                        "foo",
                        "MZXW6",
                        "foob",
                        "MZXW6YQ",
                        "fooba",
                        "MZXW6YTB",
                        "foobar",
                        "MZXW6YTBOI")
                .forEach((text, code) -> assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII)))
                        .isEqualTo(code));
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
