package org.liaison.registration.internal.rest;

import java.util.Arrays;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.OfficeFilter.Sort;
import org.liaison.registration.api.OfficeStatus;

/** Query parameters as typed values; a wrong one is a readable 400 and not the 404 that JAX-RS would answer. */
public final class Queries {
    private Queries() {}

    public static ApplicationState state(String text) {
        return code(ApplicationState.class, "state", text);
    }

    public static CertificateState certificateState(String text) {
        return code(CertificateState.class, "state", text);
    }

    public static OfficeStatus status(String text) {
        return code(OfficeStatus.class, "status", text);
    }

    public static Sort officeSort(String text) {
        return code(Sort.class, "sort", text);
    }

    public static Claim claim(String text) {
        return code(Claim.class, "claim", text);
    }

    /** Of whatever clock, this colour or a worse one; null when none is asked for. */
    public static Lit light(String text) {
        return lit(null, text, null);
    }

    /** A range of lights; null when none is asked for. */
    public static Lit lit(String clock, String light, String lightTo) {
        Lit lit = new Lit(
                code(Light.Kind.class, "clock", clock),
                code(Light.Colour.class, "light", light),
                code(Light.Colour.class, "lightTo", lightTo));
        return lit.equals(new Lit(null, null, null)) ? null : lit;
    }

    /** A text; null when none is given. */
    public static String text(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** A role by its code; null when none is asked for. */
    public static Role role(String text) {
        return code(Role.class, "role", text);
    }

    public static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Invalid.malformed("limit", "LIMIT_RANGE", "每页行数应在1至200之间");
        }
    }

    /** A round of correction; null when none is asked for. */
    public static Integer round(String text) {
        try {
            return text == null || text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Invalid.malformed("round", "ROUND_UNKNOWN", "应为第几次退回补正的序号");
        }
    }

    private static <E extends Enum<E>> E code(Class<E> type, String path, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Invalid.malformed(path, "CODE_UNKNOWN", "没有这个代码"));
    }
}
