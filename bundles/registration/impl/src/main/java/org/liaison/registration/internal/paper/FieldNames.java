package org.liaison.registration.internal.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field path is called on paper: {@code premises[1].leaseTo} is 用房第2行租期终止日期. */
final class FieldNames {
    private static final Properties NAMES = read();
    private static final Pattern PART = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,4})])?\\.?");

    private FieldNames() {}

    /** The name of a path; what has no name of its own is shown as it was typed, behind the name of what holds it. */
    static String of(String path) {
        StringBuilder name = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        Matcher part = PART.matcher(path);
        int end = 0;
        while (end < path.length() && part.find(end) && part.start() == end) {
            String key = plain.isEmpty() ? part.group(1) : plain + "." + part.group(1);
            Optional<String> word = Optional.ofNullable(NAMES.getProperty(key));
            if (word.isEmpty()) {
                break;
            }
            plain.setLength(0);
            plain.append(key);
            name.append(word.get());
            if (part.group(2) != null) {
                name.append("第").append(Integer.parseInt(part.group(2)) + 1).append("行");
            }
            end = part.end();
        }
        return name.append(path, end, path.length()).toString();
    }

    private static Properties read() {
        Properties names = new Properties();
        try (InputStream in = FieldNames.class.getResourceAsStream("fields.properties")) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
