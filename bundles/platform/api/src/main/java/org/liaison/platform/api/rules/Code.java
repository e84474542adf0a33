package org.liaison.platform.api.rules;

import java.util.Objects;

/**
 * A code of a list (代码): the wire carries the code, people read the label beside it.
 *
 * @param list name of the list, e.g. {@code host-city}
 * @param code the code, unique in its list on any day
 * @param label Chinese label
 */
public record Code(String list, String code, String label) {
    public Code {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
    }
}
