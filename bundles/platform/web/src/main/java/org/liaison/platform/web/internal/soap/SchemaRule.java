package org.liaison.platform.web.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.rules.FreeText;

/**
 * The rule of the schema that an envelope breaks: its path, the code that REST gives for the same, and a Chinese sentence. The
 * validator's own sentence is read for the names it holds and never leaves.
 */
final class SchemaRule {
    /** Names of the validator's rules, XML Schema part 1, appendix C. */
    private static final Pattern RULE = Pattern.compile("cvc-[a-zA-Z]+(?:-[a-zA-Z]+)*(?:\\.[0-9a-z]+)*");

    private static final Pattern LAST_QUOTED = Pattern.compile(".*'([A-Za-z]+)'", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("\"[^\"]*\":([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern CODES = Pattern.compile("\\[([A-Z_0-9, ]+)\\]");
    private static final int NAMED = 30;

    private static final Map<String, String> TYPES = Map.of(
            "date", "日期，如2026-05-06",
            "dateTime", "时间，如2026-05-06T08:00:00+08:00",
            "gYearMonth", "年月，如2026-05",
            "int", "整数",
            "integer", "整数",
            "long", "整数",
            "decimal", "数字",
            "boolean", "true或false",
            "base64Binary", "Base64编码的内容");

    private SchemaRule() {}

    /**
     * The error of the api that says what is wrong.
     *
     * @param error what the reading of the envelope ended with
     * @param path the element read last, see {@link ElementPath#path}
     */
    static Invalid explain(Throwable error, String path) {
        // the name of an unknown element is what the sender typed
        String place = FreeText.masked(path);
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String text = cause.getMessage();
            Matcher rule = text == null ? null : RULE.matcher(text);
            if (rule != null && rule.find()) {
                return broken(rule.group(), text.substring(rule.end()), place);
            }
        }
        return Invalid.malformed(place, "WRONG_TYPE", "值的类型不符合接口说明");
    }

    private static Invalid broken(String rule, String text, String path) {
        return switch (rule) {
            case "cvc-complex-type.2.4.b" -> missing(path, elements(text));
            case "cvc-complex-type.2.4.a" -> unexpected(path, text);
            case "cvc-complex-type.2.4.c", "cvc-complex-type.2.4.d", "cvc-elt.1", "cvc-elt.1.a" -> Invalid.malformed(
                    path, "UNKNOWN_PROPERTY", "没有这个字段，请删去或改正字段名");
            case "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f" -> Invalid.malformed(
                    path, "DUPLICATE_PROPERTY", "同一字段出现的次数过多");
            case "cvc-complex-type.2.3" -> Invalid.malformed(path, "WRONG_TYPE", "此处应为下级字段，不得直接填写文字");
            case "cvc-type.3.1.2", "cvc-complex-type.2.2" -> Invalid.malformed(path, "WRONG_TYPE", "此处应为文字，不得含有下级字段");
            case "cvc-complex-type.3.2.2", "cvc-type.3.1.1" -> Invalid.malformed(
                    path, "UNKNOWN_PROPERTY", "此字段不得带有该XML属性");
            case "cvc-elt.3.1" -> Invalid.malformed(path, "REQUIRED", "此项必填，不得为空");
            case "cvc-enumeration-valid" -> Invalid.malformed(path, "CODE_UNKNOWN", "代码未知" + codes(text));
            default -> Invalid.malformed(path, "WRONG_TYPE", "类型不符，应为" + type(text));
        };
    }

    /** What may come next is told in the order of the schema; the last is what must come. */
    private static Invalid missing(String path, List<String> expected) {
        String name = expected.isEmpty() ? "" : expected.get(expected.size() - 1);
        String place = path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
        return Invalid.malformed(place, "REQUIRED", "此项必填");
    }

    private static Invalid unexpected(String path, String text) {
        List<String> names = elements(text.substring(Math.max(0, text.lastIndexOf('\'', text.lastIndexOf('\'') - 1))));
        String expected =
                names.stream().limit(NAMED).map(name -> "“" + name + "”").collect(Collectors.joining("、"));
        return Invalid.malformed(
                path, "UNEXPECTED_PROPERTY", "此处不应有这个字段" + (expected.isEmpty() ? "" : "，按次序应为" + expected));
    }

    private static List<String> elements(String text) {
        List<String> names = new ArrayList<>();
        ELEMENT.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static String codes(String text) {
        Matcher codes = CODES.matcher(text);
        return codes.find() ? "，应为：" + codes.group(1).replace(", ", "、") : "";
    }

    private static String type(String text) {
        Matcher type = LAST_QUOTED.matcher(text);
        return type.lookingAt() ? TYPES.getOrDefault(type.group(1), "接口说明所列的类型") : "接口说明所列的类型";
    }
}
