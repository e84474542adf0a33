package org.liaison.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the embedded database executed, read from its log ({@code derby.language.logStatementText}). The work of timers is
 * left out.
 */
final class Statements {
    private static final Pattern ENTRY = Pattern.compile(
            "^\\w{3} \\w{3} \\d\\d \\d\\d:\\d\\d:\\d\\d \\S+ \\d{4} Thread\\[([^\\]]*)\\] \\(XID = (\\d+)\\), "
                    + "\\(SESSIONID = (\\d+)\\), \\(DATABASE = [^)]*\\), \\(DRDAID = [^)]*\\), ",
            Pattern.MULTILINE);
    private static final Pattern EXECUTED = Pattern.compile(
            "Executing prepared statement: (.*?) :End prepared statement(?: with \\d+ parameters (.*))?",
            Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("begin parameter #\\d+: (.*?) :end parameter", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("(?:CLOB|BLOB)?.*?(?:\\(|Length=)(\\d+)\\)?");

    /** One executed statement; a large object's content is not in the log and stands as text of the same length. */
    record Statement(String sql, List<String> values) {
        boolean writes() {
            return !sql.regionMatches(true, 0, "SELECT", 0, 6) && !sql.regionMatches(true, 0, "VALUES", 0, 6);
        }

        /** The pool asks whether a connection lives. */
        boolean isValidation() {
            return sql.equals("VALUES 1");
        }
    }

    /** One transaction that ended. */
    record Transaction(List<Statement> statements, boolean committed) {
        boolean writes() {
            return statements.stream().anyMatch(Statement::writes);
        }
    }

    private final Path log;
    private long read;

    Statements(Path log) {
        this.log = log;
    }

    /** The transactions since the last call, in the order of their ends. */
    List<Transaction> next() throws IOException {
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) read, all.length - (int) read, StandardCharsets.UTF_8);
        read = all.length;
        return parse(text);
    }

    static List<Transaction> parse(String text) {
        List<Transaction> ended = new ArrayList<>();
        Map<String, List<Statement>> open = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(text);
        boolean more = entry.find();
        while (more) {
            String thread = entry.group(1);
            String session = entry.group(3);
            int from = entry.end();
            more = entry.find();
            String line =
                    text.substring(from, more ? entry.start() : text.length()).stripTrailing();
            if (thread.startsWith("liaison-")) {
                continue;
            }
            Matcher executed = EXECUTED.matcher(line);
            if (executed.matches()) {
                open.computeIfAbsent(session, key -> new ArrayList<>())
                        .add(new Statement(executed.group(1).strip(), values(executed.group(2))));
            } else if (line.equals("Committing") || line.equals("Rolling back")) {
                List<Statement> statements = open.remove(session);
                if (statements != null) {
                    ended.add(new Transaction(statements, line.equals("Committing")));
                }
            }
        }
        open.values().forEach(statements -> ended.add(new Transaction(statements, false)));
        return ended;
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(text == null ? "" : text);
        while (value.find()) {
            values.add(value(value.group(1)));
        }
        return values;
    }

    private static String value(String shown) {
        if (shown.equals("null") || shown.equals("NULL")) {
            return null;
        }
        Matcher length = LENGTH.matcher(shown);
        return shown.matches("(CLOB|BLOB|.*FOR BIT DATA).*") && length.find()
                ? "x".repeat(Integer.parseInt(length.group(1)))
                : shown;
    }
}
