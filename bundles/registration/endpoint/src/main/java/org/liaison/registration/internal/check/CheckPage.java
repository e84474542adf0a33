package org.liaison.registration.internal.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateCheck.Status;

/** The answer of a check as one page for a telephone: no script, one request, nothing loaded from anywhere. */
final class CheckPage {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Pattern SLOT = Pattern.compile("\\$\\{([a-z]+)}");
    private static final String BAND = "<p class=\"band\">演示系统：数据不是真实的，所示登记证没有效力</p>\n";
    private static final String ORDINARY = "查验结果以本页所示查验时间为准。请核对登记证所载内容与本页是否一致。";
    private static final String UNKNOWN = "没有查到这份登记证。请重新扫描登记证上的二维码，不要使用转发的链接或图片。";

    private final String template;
    private final String policy;
    private final boolean demonstration;

    /** @param demonstration whether the page says that nothing here is real */
    CheckPage(boolean demonstration) {
        this.demonstration = demonstration;
        this.template = read();
        this.policy = "default-src 'none'; style-src 'sha256-" + digest(style(template))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** The Content-Security-Policy of the page: its one style and nothing else. */
    String policy() {
        return policy;
    }

    String of(CertificateCheck check) {
        Status status = check.status();
        String time = TIME.format(check.checkedAt().atZone(ZONE));
        String rows = status == Status.NOT_FOUND
                ? row("查验时间", time)
                : row("登记证号", check.certificateNo())
                        + row("机构名称", check.officeName())
                        + row("派出单位", check.dispatcherName())
                        + row("驻在城市", check.hostCityName())
                        + row("发证日期", day(check.issueDate()))
                        + row("查验时间", time);
        return fill(looks(status), mark(status), status.label(), rows, status == Status.NOT_FOUND ? UNKNOWN : ORDINARY);
    }

    /** The page that says that a check cannot be made now. */
    String unavailable(Instant now) {
        return fill("none", "—", "暂时无法查验", row("查验时间", TIME.format(now.atZone(ZONE))), "请稍后重新扫描登记证上的二维码。");
    }

    private String fill(String looks, String mark, String answer, String rows, String note) {
        Map<String, String> words = Map.of(
                "title",
                answer + " - 登记证查验",
                "band",
                demonstration ? BAND : "",
                "class",
                looks,
                "mark",
                mark,
                "answer",
                answer,
                "rows",
                rows,
                "note",
                note);
        return SLOT.matcher(template).replaceAll(slot -> Matcher.quoteReplacement(words.get(slot.group(1))));
    }

    private static String looks(Status status) {
        return switch (status) {
            case VALID -> "valid";
            case NOT_FOUND -> "none";
            default -> "void";
        };
    }

    private static String mark(Status status) {
        return switch (status) {
            case VALID -> "✓";
            case NOT_FOUND -> "?";
            default -> "✕";
        };
    }

    private static String row(String label, String value) {
        return "<div><dt>" + label + "</dt><dd>" + escaped(value) + "</dd></div>\n";
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style(String page) {
        return page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read() {
        try (InputStream in = CheckPage.class.getResourceAsStream("/verify/page.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
