package org.liaison.platform.web.internal.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.TooMany;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Violation;
import org.liaison.platform.web.Versions;

/**
 * An error as a client sees it: RFC 9457 over REST, the typed fault over SOAP.
 *
 * @param type {@code urn:liaison:problem:<code in kebab case>}
 * @param title Chinese name of the status
 * @param status HTTP status
 * @param code stable code
 * @param detail Chinese sentence
 * @param violations broken rules; left out when empty
 * @param legal events the present state allows; left out when empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<Violation> violations,
        List<String> legal) {
    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that is about no field. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(type(code), title(status), status, code, detail, List.of(), List.of());
    }

    /** The problem that says the same as an error of the api. */
    public static Problem of(LiaisonException error) {
        int status = status(error);
        return new Problem(
                type(error.code()),
                title(status),
                status,
                error.code(),
                error.getMessage(),
                error.violations(),
                error instanceof Conflict conflict ? conflict.legal() : List.of());
    }

    /** An error nobody foresaw: the id is the only thing that leaves. */
    public static Problem internal(String id) {
        return of(500, "INTERNAL", "平台内部错误，请将编号" + id + "告知管理员");
    }

    private static int status(LiaisonException error) {
        if (error instanceof NotFound) {
            return 404;
        }
        if (error instanceof Conflict) {
            return Conflict.STALE.equals(error.code()) ? 412 : 409;
        }
        if (error instanceof Invalid invalid) {
            return invalid.malformed() ? 400 : 422;
        }
        if (error instanceof Forbidden) {
            return 403;
        }
        if (error instanceof TooMany) {
            return 429;
        }
        if (error instanceof Unavailable) {
            return 503;
        }
        return error instanceof Versions.Required ? 428 : 500;
    }

    private static String type(String code) {
        return "urn:liaison:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求格式错误";
            case 401 -> "需要登录";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不支持的方法";
            case 406, 415 -> "不支持的内容类型";
            case 408 -> "上传超时";
            case 409 -> "状态冲突";
            case 412 -> "数据已变化";
            case 413 -> "内容过大";
            case 422 -> "内容不符合要求";
            case 428 -> "缺少版本";
            case 429 -> "请求过多";
            case 503 -> "暂时不可用";
            default -> status >= 500 ? "内部错误" : "请求错误";
        };
    }
}
