package org.liaison.platform.web.internal.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.liaison.platform.api.Invalid;

/** What stands in the query or the body of a request, read. No state. */
final class Query {
    private Query() {}

    static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Invalid.malformed("limit", "LIMIT_RANGE", "每页行数应在1至200之间");
        }
    }

    /** The value of an enumeration; null stays null. */
    static <E extends Enum<E>> E code(Class<E> type, String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw Invalid.malformed(name, "CODE", "代码不在允许的范围内");
        }
    }

    /** A day; null stays null. */
    static LocalDate day(String name, String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Invalid.malformed(name, "DATE_FORM", "日期应写作 2026-12-31 的形式");
        }
    }

    /** What was given; a field that was left empty is null. */
    static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static <T> T body(T body) {
        if (body == null) {
            throw Invalid.malformed("", "BODY_REQUIRED", "请求内容不能为空");
        }
        return body;
    }
}
