package org.liaison.platform.api.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rules as dated rows (规则库): code lists, divisions, the calendar of working days and settings. A case is judged by the
 * rows valid on its event date, so every question names a day. Answers come from memory; nothing here writes. Thread-safe.
 */
@ProviderType
public interface RuleBook {
    /** The code when it was in the list on that day. Null or unknown arguments find nothing. */
    Optional<Code> code(String list, String code, LocalDate at);

    /** The codes of a list on that day, in the list's own order; empty when there is no such list. */
    List<Code> codes(String list, LocalDate at);

    /** The division that had the code on that day. */
    Optional<Division> division(String code, LocalDate at);

    /**
     * Divisions of that day that a word leads to, without the counter rows: those whose code begins with it or whose name has it,
     * the higher ones first, then by code.
     *
     * @param word digits, or any part of the whole name; blank finds nothing
     * @param most how many at most
     * @return codes of list {@code division} with the whole name, such as 湖北省十堰市
     */
    List<Code> divisions(String word, LocalDate at, int most);

    /** Whether the code was ever given to a division, in whatever years: the test of identity numbers. */
    boolean divisionEverAssigned(String code);

    /** The calendar of all loaded years. */
    WorkCalendar calendar();

    /**
     * The value of a setting on that day.
     *
     * @throws IllegalArgumentException when no row of that name is valid on that day: a setting has no silent default
     */
    String setting(String name, LocalDate at);

    /** A setting that is a whole number. @throws IllegalArgumentException when it is missing or none */
    default int number(String name, LocalDate at) {
        String value = setting(name, at);
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("setting " + name + " is no whole number: " + value, e);
        }
    }

    /** A setting that is {@code true} or {@code false}. @throws IllegalArgumentException when it is missing or neither */
    default boolean flag(String name, LocalDate at) {
        String value = setting(name, at).strip();
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("setting " + name + " is no flag: " + value);
        };
    }
}
