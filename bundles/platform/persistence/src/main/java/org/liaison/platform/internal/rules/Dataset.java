package org.liaison.platform.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One set of dated rows that the platform brings along.
 *
 * @param file of the rows below {@code rules/}
 * @param columns of the table, in the order of the file; a file may have fewer at the end
 */
enum Dataset {
    CALENDAR("calendar.csv", "rule_calendar", "cal_date", "kind", "holiday"),
    CODES("code-lists.csv", "rule_code", "list", "code", "label", "valid_from", "valid_to"),
    DIVISIONS("divisions.csv", "rule_division", "code", "name", "level", "parent", "valid_from", "valid_to"),
    SETTINGS("settings.csv", "rule_setting", "name", "setting", "valid_from", "valid_to", "tag", "article", "note");

    private final String file;
    private final String table;
    private final List<String> columns;

    Dataset(String file, String table, String... columns) {
        this.file = file;
        this.table = "platform." + table;
        this.columns = List.of(columns);
    }

    String table() {
        return table;
    }

    List<String> columns() {
        return columns;
    }

    byte[] content() {
        try (InputStream in = Dataset.class.getResourceAsStream("/rules/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows, each with its order before and NULL for what is empty. No value of the files holds a comma or quote. */
    List<Object[]> rows() {
        List<String> lines = new String(content(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(l -> !l.isBlank())
                .toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> row(i, lines.get(i)))
                .toList();
    }

    private Object[] row(long order, String line) {
        String[] values = line.split(",", -1);
        if (values.length > columns.size() || line.indexOf('"') >= 0) {
            throw new IllegalStateException(file + " has a line of another form: " + line);
        }
        Object[] row = new Object[columns.size() + 1];
        row[0] = order;
        String[] full = Arrays.copyOf(values, columns.size());
        for (int i = 0; i < full.length; i++) {
            row[i + 1] = full[i] == null || full[i].isBlank() ? null : full[i].strip();
        }
        return row;
    }
}
