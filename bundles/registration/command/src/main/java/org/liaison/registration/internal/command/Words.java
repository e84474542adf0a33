package org.liaison.registration.internal.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.liaison.platform.api.Invalid;

/** Words of the command line as typed values. */
final class Words {
    private Words() {}

    /** @throws Invalid with one sentence that names the codes there are */
    static <E extends Enum<E>> E code(Class<E> type, String option, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Invalid.malformed(
                        option,
                        "CODE_UNKNOWN",
                        option + "应为其中之一："
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))));
    }
}
