package org.liaison.platform.web.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.rules.FreeText;

/** What is wrong with a body that could not be read, in words of the person who sent it. */
public final class Unreadable {
    private static final int CODES_NAMED = 30;

    private Unreadable() {}

    /** The error of the api that says where the body is wrong and how it is right. */
    public static LiaisonException explain(JsonProcessingException error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof LiaisonException ours) {
                return ours;
            }
            if (cause instanceof StreamConstraintsException) {
                return limit(path(error));
            }
        }
        String path = path(error);
        if (error instanceof StreamConstraintsException) {
            return limit(path);
        }
        if (error instanceof UnrecognizedPropertyException) {
            return Invalid.malformed(path, "UNKNOWN_PROPERTY", "没有这个字段，请删去或改正字段名");
        }
        if (error instanceof InvalidFormatException format) {
            return format(path, format.getTargetType());
        }
        if (error instanceof MismatchedInputException mismatch) {
            return mismatch(path, mismatch);
        }
        if (error instanceof JsonMappingException) {
            return Invalid.malformed(path, "INVALID_VALUE", "值不可用，请对照接口说明改正");
        }
        return syntax(path, error);
    }

    private static Invalid limit(String path) {
        return Invalid.malformed(path, "JSON_LIMIT", "嵌套不得超过" + Json.DEPTH + "层，单个文本不得超过" + Json.TEXT + "字");
    }

    private static Invalid syntax(String path, JsonProcessingException error) {
        String text = error.getOriginalMessage();
        if (text != null && text.startsWith("Duplicate field")) {
            return Invalid.malformed(path, "DUPLICATE_PROPERTY", "同一字段出现了两次");
        }
        String where = error.getLocation() == null
                ? ""
                : "(第" + error.getLocation().getLineNr() + "行第"
                        + error.getLocation().getColumnNr() + "列)";
        return Invalid.malformed(path, "JSON_SYNTAX", "不是正确的JSON" + where);
    }

    private static Invalid mismatch(String path, MismatchedInputException error) {
        String text = error.getOriginalMessage();
        if (text != null && text.startsWith("Trailing token")) {
            return Invalid.malformed(path, "JSON_TRAILING", "JSON结束之后不得再有内容");
        }
        if (text != null && text.startsWith("No content to map")) {
            return Invalid.malformed(path, "BODY_REQUIRED", "请求没有内容");
        }
        if (text != null && text.startsWith("Cannot map `null`")) {
            return Invalid.malformed(path, "REQUIRED", "必填");
        }
        return format(path, error.getTargetType());
    }

    private static Invalid format(String path, Class<?> wanted) {
        if (wanted != null && wanted.isEnum()) {
            String codes = Arrays.stream(wanted.getEnumConstants())
                    .limit(CODES_NAMED)
                    .map(Object::toString)
                    .collect(Collectors.joining("、"));
            return Invalid.malformed(path, "CODE_UNKNOWN", "代码未知，应为：" + codes);
        }
        return Invalid.malformed(path, "WRONG_TYPE", "类型不符，应为" + name(wanted));
    }

    private static String name(Class<?> wanted) {
        if (wanted == null) {
            return "接口说明所列的类型";
        }
        if (wanted == String.class) {
            return "文本";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true或false";
        }
        if (wanted == YearMonth.class) {
            return "年月，如2026-05";
        }
        if (Temporal.class.isAssignableFrom(wanted)) {
            return wanted == java.time.LocalDate.class ? "日期，如2026-05-06" : "时间，如2026-05-06T08:00:00Z";
        }
        if (wanted == BigDecimal.class || wanted == double.class) {
            return "数字";
        }
        if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
            return "整数";
        }
        return Iterable.class.isAssignableFrom(wanted) || wanted.isArray() ? "列表" : "对象";
    }

    private static String path(JsonProcessingException error) {
        StringBuilder path = new StringBuilder();
        if (error instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        // the name of an unknown property is what the sender typed
        return FreeText.masked(path.toString());
    }
}
