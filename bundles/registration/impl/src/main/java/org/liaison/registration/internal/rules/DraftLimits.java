package org.liaison.registration.internal.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.FreeText;

/**
 * Limits of size and shape of a draft. They keep a draft storable and quick to read; whether its content is right is asked
 * at submission. Walks every record of the form, so that a new property is bounded without being named here. An identity
 * number outside of its own field is refused at once: it would be stored in clear.
 */
public final class DraftLimits {
    /** Code points of any text; the longest field of the form holds 1,000. */
    static final int TEXT = 2_000;
    /** Rows of any list not named in {@link #ROWS}. */
    static final int LIST = 100;

    private static final Map<String, Integer> ROWS = Map.of("duties", 50, "rooms", 500);

    /** Names and document numbers, where a secrecy mark would stand. */
    private static final Set<String> TITLES = Set.of("name", "shortName", "no");

    private DraftLimits() {}

    /** Checks a form. @throws Invalid with every path that passes a limit or is an empty list row */
    public static void check(Record form) {
        List<Violation> found = new ArrayList<>();
        walk("", "", form, found);
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }

    private static void walk(String path, String name, Object value, List<Violation> found) {
        if (value instanceof String text) {
            text(path, name, text, found);
        } else if (value instanceof List<?> rows) {
            rows(path, name, rows, found);
        } else if (value instanceof Record part) {
            for (RecordComponent field : part.getClass().getRecordComponents()) {
                String below = path.isEmpty() ? field.getName() : path + "." + field.getName();
                walk(below, field.getName(), read(field, part), found);
            }
        }
    }

    private static void text(String path, String name, String text, List<Violation> found) {
        if (text.codePointCount(0, text.length()) > TEXT) {
            found.add(new Violation(path, "TEXT_TOO_LONG", "文字不得超过" + TEXT + "个字符"));
        } else if (!name.equals("idNumber")) {
            FreeText.identityNumber(path, text).ifPresent(found::add);
        }
        if (TITLES.contains(name)) {
            FreeText.secrecyMark(path, text).ifPresent(found::add);
        }
    }

    private static void rows(String path, String name, List<?> rows, List<Violation> found) {
        int most = ROWS.getOrDefault(name, LIST);
        if (rows.size() > most) {
            found.add(new Violation(path, "TOO_MANY_ROWS", "不得超过" + most + "行"));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            String row = path + "[" + i + "]";
            if (rows.get(i) == null) {
                found.add(new Violation(row, "ROW_EMPTY", "该行不得为空"));
            }
            walk(row, "", rows.get(i), found);
        }
    }

    private static Object read(RecordComponent field, Record part) {
        try {
            return field.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
