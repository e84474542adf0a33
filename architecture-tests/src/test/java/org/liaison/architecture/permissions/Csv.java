package org.liaison.architecture.permissions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tables of docs/permissions: a heading, then a line a row; text with a comma stands in quotes. */
final class Csv {
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

    private Csv() {}

    static List<List<String>> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve(name));
        return lines.subList(1, lines.size()).stream().map(Csv::cells).toList();
    }

    static Path folder() {
        return Path.of(System.getProperty("liaison.root"), "docs", "permissions");
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            cells.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return cells;
    }
}
