package org.liaison.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for texts where they must not stand: in the bytes of files, in UTF-8 and UTF-16, in the streams of PDF documents as
 * unpacked, and in every column.
 */
final class ClearText {
    /** What a stream unpacks to is looked at up to here; the run writes nothing as long. */
    private static final int UNPACKED = 64 << 20;

    /** Before the two bytes that a packed stream begins with. */
    private static final Pattern STREAM = Pattern.compile("stream(?:\\r\\n|\\n|\\r)(?=[HXhx])");

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private final List<String> texts;

    ClearText(List<String> texts) {
        this.texts = texts;
    }

    /** Files below the folders that hold one of the texts. */
    List<Path> files(Path... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (holds(bytes) || unpacked(bytes).stream().anyMatch(this::holds)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    /** The contents of the packed (Flate) streams among the bytes, wherever one begins as in a PDF. */
    static List<String> unpacked(String bytes) {
        List<String> contents = new ArrayList<>();
        Matcher stream = STREAM.matcher(bytes);
        while (stream.find()) {
            contents.add(inflate(bytes, stream.end()));
        }
        return contents;
    }

    /** What begins there as far as it can be unpacked: a stream that was cut off counts too. */
    private static String inflate(String bytes, int start) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[1 << 16];
        int from = start;
        try {
            while (!inflater.finished() && !inflater.needsDictionary() && content.size() < UNPACKED) {
                if (inflater.needsInput()) {
                    int to = Math.min(bytes.length(), from + buffer.length);
                    if (from == to) {
                        break;
                    }
                    inflater.setInput(bytes.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
                    from = to;
                }
                content.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException e) {
            // it ends in the middle or is none: what was unpacked so far is looked at
        } finally {
            inflater.end();
        }
        return content.toString(StandardCharsets.ISO_8859_1);
    }

    /** Bytes as ISO 8859-1, so that each is one character. */
    private boolean holds(String bytes) {
        return texts.stream().anyMatch(text -> CHARSETS.stream()
                .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
                .anyMatch(bytes::contains));
    }

    /** Columns of all tables, the database's own among them, that hold one of the texts. */
    List<String> columns(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        try (ResultSet table = connection.getMetaData().getTables(null, null, "%", null)) {
            while (table.next()) {
                tables.add("\"" + table.getString(2) + "\".\"" + table.getString(3) + "\"");
            }
        }
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        String value = row.getString(i);
                        if (value != null && texts.stream().anyMatch(value::contains)) {
                            found.add(table + "." + row.getMetaData().getColumnName(i));
                        }
                    }
                }
            }
        }
        return found;
    }
}
