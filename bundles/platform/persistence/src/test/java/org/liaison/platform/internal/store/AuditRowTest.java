package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class AuditRowTest {
    private static final byte[] KEY = new byte[32];

    private static AuditRow row(String account, String acting, String reason) {
        return new AuditRow(
                7,
                "2026-03-05T00:00:00Z",
                account,
                acting,
                "REST",
                "127.0.0.1",
                "x.y",
                "office",
                "1",
                null,
                null,
                null,
                "OK",
                reason);
    }

    @Test
    public void hmac_isStable_whenTheRowIsTheSame() {
        assertThat(row("clk", "CLK@ALL", "同意").hmac(KEY))
                .isEqualTo(row("clk", "CLK@ALL", "同意").hmac(KEY));
    }

    @Test
    public void hmac_differs_whenAnyTextMovesToTheNextColumn() {
        assertThat(row("clk", "CLK@ALL", null).hmac(KEY))
                .isNotEqualTo(row("clkC", "LK@ALL", null).hmac(KEY));
    }

    @Test
    public void hmac_tellsNothingFromEmpty() {
        assertThat(row("clk", "CLK@ALL", null).hmac(KEY))
                .isNotEqualTo(row("clk", "CLK@ALL", "").hmac(KEY));
    }

    @Test
    public void hmac_differs_underAnotherKey() {
        byte[] other = KEY.clone();
        other[0] = 1;
        assertThat(row("clk", "CLK@ALL", null).hmac(KEY))
                .isNotEqualTo(row("clk", "CLK@ALL", null).hmac(other));
    }
}
