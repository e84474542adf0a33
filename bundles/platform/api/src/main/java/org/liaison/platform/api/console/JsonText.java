package org.liaison.platform.api.console;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.StringJoiner;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Labels;

/** Records of the api as JSON for scripts, with the property names of REST and the labels beside the codes. Thread-safe. */
public final class JsonText {
    private final Labels labels;

    private JsonText(Labels labels) {
        this.labels = labels;
    }

    /** The value with the labels of its enumerations. */
    public static String of(Object value) {
        return of(value, Labels.NONE);
    }

    /**
     * The value as JSON: records, lists, enumerations, numbers and truth values; anything else as its text. Nothing is cut.
     *
     * @param labels where the labels of codes come from
     */
    public static String of(Object value, Labels labels) {
        return new JsonText(labels).text(value);
    }

    private String text(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Enum<?> code) {
            return quoted(code.name());
        }
        if (value instanceof Collection<?> items) {
            StringJoiner list = new StringJoiner(",", "[", "]");
            items.forEach(item -> list.add(text(item)));
            return list.toString();
        }
        return value instanceof Record row ? object(row) : quoted(value.toString());
    }

    private String object(Record row) {
        StringJoiner object = new StringJoiner(",", "{", "}");
        for (RecordComponent part : row.getClass().getRecordComponents()) {
            try {
                part.getAccessor().setAccessible(true);
                Object value = part.getAccessor().invoke(row);
                object.add(quoted(part.getName()) + ":" + text(value));
                boolean several = value instanceof Collection<?>;
                CodeOf list = part.getAnnotation(CodeOf.class);
                Object beside = Labels.labelled(type(part, several), list) ? labels.beside(value, list) : null;
                if (beside != null) {
                    object.add(quoted(Labels.property(part.getName(), several)) + ":" + text(beside));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return object.toString();
    }

    private static Class<?> type(RecordComponent part, boolean several) {
        Type type = several && part.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : part.getType();
        return type instanceof Class<?> plain ? plain : Object.class;
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
