package org.liaison.platform.internal.console;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.StringJoiner;

/** Records of the api as JSON for scripts, with the same property names as REST. */
final class JsonText {
    private JsonText() {}

    static String of(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Enum<?> code) {
            return quoted(code.name());
        }
        if (value instanceof Collection<?> items) {
            StringJoiner list = new StringJoiner(",", "[", "]");
            items.forEach(item -> list.add(of(item)));
            return list.toString();
        }
        return value instanceof Record row ? object(row) : quoted(value.toString());
    }

    private static String object(Record row) {
        StringJoiner object = new StringJoiner(",", "{", "}");
        for (RecordComponent part : row.getClass().getRecordComponents()) {
            try {
                object.add(quoted(part.getName()) + ":" + of(part.getAccessor().invoke(row)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return object.toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
