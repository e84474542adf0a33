package org.liaison.registration.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.Test;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateCheck.Status;

public class CheckPageTest {
    private static final Instant NOW = Instant.parse("2026-03-05T01:02:03Z");

    private final CheckPage page = new CheckPage(false);

    @Test
    public void everyAnswer_isAWordWithAMark_andNoMoreThanEverybodyMayKnow() {
        for (Status status : Status.values()) {
            String html = page.of(check(status, "某市人民政府驻济南办事处"));
            assertThat(html).as(status.name()).contains(">" + mark(status) + status.label() + "</p>");
            assertThat(html).contains("<title>" + status.label() + " - 登记证查验</title>");
            assertThat(html).contains("2026年3月5日 09:02:03");
            assertThat(html.contains("某市人民政府驻济南办事处")).isEqualTo(status != Status.NOT_FOUND);
            assertThat(html).doesNotContain("${");
        }
        String html = page.of(check(Status.VALID, "某市人民政府驻济南办事处"));
        assertThat(html)
                .contains("鲁驻登字第37010020260007号", "某市人民政府", "济南市", "2026年3月2日")
                .doesNotContain("演示系统");
    }

    @Test
    public void page_needsNoScriptAndNothingElse() {
        String html = page.of(check(Status.VALID, "某办事处"));
        assertThat(html.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("<script", "<link", "<img", "<form", "http:", "https:", " style=", " on");
        assertThat(html).contains("<meta name=\"viewport\"", "lang=\"zh-CN\"");
    }

    @Test
    public void policy_allowsTheOneStyleOfThePage() throws Exception {
        String html = page.of(check(Status.VALID, "某办事处"));
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes("UTF-8")));
        assertThat(page.policy())
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Test
    public void names_areText_whateverTheyHold() {
        String html = page.of(check(Status.VALID, "<b>\"$1\"</b>&'${title}'"));
        assertThat(html).contains("&lt;b&gt;&quot;$1&quot;&lt;/b&gt;&amp;&#39;${title}&#39;");
    }

    @Test
    public void demonstration_isMarked() {
        assertThat(new CheckPage(true).of(check(Status.VALID, "某办事处"))).contains("演示系统", "没有效力");
        assertThat(new CheckPage(true).unavailable(NOW)).contains("演示系统", "暂时无法查验");
    }

    private static String mark(Status status) {
        return status == Status.VALID ? "✓ " : status == Status.NOT_FOUND ? "? " : "✕ ";
    }

    private static CertificateCheck check(Status status, String name) {
        return status == Status.NOT_FOUND
                ? new CertificateCheck(status, null, null, null, null, null, null, NOW)
                : new CertificateCheck(
                        status, "鲁驻登字第37010020260007号", name, "某市人民政府", "370100", "济南市", LocalDate.of(2026, 3, 2), NOW);
    }
}
