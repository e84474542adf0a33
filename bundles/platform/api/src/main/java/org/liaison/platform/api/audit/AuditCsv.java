package org.liaison.platform.api.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Records of the audit trail for a spreadsheet: UTF-8 with its mark, times of Asia/Shanghai, Chinese headings. Thread-safe. */
public final class AuditCsv {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> HEADINGS =
            List.of("编号", "时间", "账户", "办理身份", "渠道", "来源", "操作", "事项类别", "事项编号", "办事机构", "原状态", "新状态", "结果", "理由");
    /** A spreadsheet takes a cell that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private AuditCsv() {}

    /** Writes a line of headings and one a record, while they are read; the stream stays open. */
    public static void write(Iterator<AuditEntry> records, OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.write('\uFEFF');
        line(lines, HEADINGS);
        while (records.hasNext()) {
            line(lines, cells(records.next()));
        }
        lines.flush();
    }

    private static List<String> cells(AuditEntry one) {
        return Arrays.asList(
                String.valueOf(one.id()),
                TIME.format(one.at()),
                one.account(),
                one.acting(),
                one.channel(),
                one.source(),
                one.operation(),
                one.subject(),
                one.subjectId(),
                one.officeId(),
                one.fromState(),
                one.toState(),
                one.result(),
                one.reason());
    }

    private static void line(Writer out, List<String> cells) throws IOException {
        String before = "";
        for (String cell : cells) {
            out.write(before);
            out.write(cell(cell));
            before = ",";
        }
        out.write("\r\n");
    }

    private static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
