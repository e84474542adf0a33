package org.liaison.platform.api.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.liaison.platform.api.workflow.Labelled;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Labels of codes as people read them today (代码的名称). In answers the label of the property {@code state} stands beside it as
 * {@code stateLabel}; beside a list of codes stand the labels in the same order, {@code events} and {@code eventsLabels}.
 * Thread-safe.
 */
@ProviderType
public interface Labels {
    /** Knows the labels of enumerations alone: while the rules are away. */
    Labels NONE = (list, code) -> null;

    /**
     * The label of a code today.
     *
     * @param list name of the list, or {@link CodeOf#DIVISION}
     * @return null when the list has no such code today
     */
    String label(String list, String code);

    /** Whether a property of this type, or a list of it, has labels beside it. */
    static boolean labelled(Class<?> type, CodeOf list) {
        return Labelled.class.isAssignableFrom(type) || list != null && type == String.class;
    }

    /** Name of the property with the labels of a property. */
    static String property(String name, boolean several) {
        return name + (several ? "Labels" : "Label");
    }

    /**
     * What stands beside a value.
     *
     * @param value an enumeration, a code, or a list of one of them; null = none
     * @param list the list its codes are of; null beside enumerations
     * @return a text or a list of texts, in which a code without label stands for itself; null = nothing
     */
    default Object beside(Object value, CodeOf list) {
        if (value instanceof Collection<?> several) {
            List<Object> labels = new ArrayList<>();
            several.forEach(
                    one -> labels.add(Optional.ofNullable(beside(one, list)).orElse(one)));
            return labels;
        }
        if (value instanceof Labelled one) {
            return one.label();
        }
        return list != null && value instanceof String code ? label(list.value(), code) : null;
    }
}
