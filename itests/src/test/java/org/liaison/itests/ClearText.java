package org.liaison.itests;

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
import java.util.stream.Stream;

/** Looks for texts where they must not stand: in the bytes of files, in UTF-8 and UTF-16, and in every column. */
final class ClearText {
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
                    if (holds(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
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
