package org.liaison.registration.internal.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.registration.api.Light;

/** Clocks and instants as the console says them, in Asia/Shanghai. */
final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Deadlines.ZONE);

    private Times() {}

    /** {@code 2026-03-05 09:30}; null stays null. */
    static String minute(Instant at) {
        return at == null ? null : MINUTE.format(at);
    }

    /** {@code 黄灯 2026-03-12}: colour and last day; null when no clock runs. */
    static String brief(Light light) {
        return light == null ? null : light.colour().label() + " " + due(light);
    }

    /** {@code 办理：黄灯，自2026-02-12起算，期限至2026-03-12}; null when no clock runs. */
    static String whole(Light light) {
        if (light == null) {
            return null;
        }
        String since = light.since() == null ? "" : "自" + light.since() + "起算，";
        return light.kind().label() + "：" + light.colour().label() + "，" + since + "期限至" + due(light);
    }

    /** The last day; 暂定 while the holidays of its year are not announced. */
    static String due(Light light) {
        return light.dueOn() + (light.provisional() ? "（暂定）" : "");
    }
}
