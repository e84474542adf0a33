package org.liaison.platform.web.internal.account;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
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
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.web.internal.json.Json;

/** Records of the audit trail as a file of one record a line, written while they are read. */
enum AuditFile {
    /** For a spreadsheet: UTF-8 with its mark, times of Shanghai, Chinese headings. */
    CSV("text/csv;charset=utf-8", "csv") {
        @Override
        void write(Iterator<AuditEntry> records, OutputStream out) throws IOException {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            lines.write('\uFEFF');
            line(lines, HEADINGS);
            while (records.hasNext()) {
                line(lines, cells(records.next()));
            }
            lines.flush();
        }
    },
    /** For programs: JSON Lines, each as the search answers it. */
    JSONL("application/x-ndjson", "jsonl") {
        @Override
        void write(Iterator<AuditEntry> records, OutputStream out) throws IOException {
            SequenceWriter lines = WRITER.writeValues(out);
            while (records.hasNext()) {
                lines.write(records.next());
            }
            lines.flush();
        }
    };

    private static final ObjectWriter WRITER =
            Json.mapper().writerFor(AuditEntry.class).withRootValueSeparator("\n");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> HEADINGS =
            List.of("编号", "时间", "账户", "办理身份", "渠道", "来源", "操作", "事项类别", "事项编号", "办事机构", "原状态", "新状态", "结果", "理由");
    /** A spreadsheet takes a cell that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    final String type;
    final String ending;

    AuditFile(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** Writes everything; the stream stays open. */
    abstract void write(Iterator<AuditEntry> records, OutputStream out) throws IOException;

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
