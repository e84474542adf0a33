package org.liaison.platform.api.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rules as dated rows (规则库): code lists, divisions, the calendar and settings. A case is judged by the rows of its event
 * date. No method answers null; every parameter but a code may not be null, and a null code is an unknown one. Thread-safe.
 */
@ProviderType
public interface RuleBook {
    /** A code of a list, when it is valid on the day. */
    Optional<Code> code(String list, String code, LocalDate at);

    /** The codes of a list that are valid on the day, in the order of the list; empty for an unknown list. */
    List<Code> codes(String list, LocalDate at);

    /** The administrative division (行政区划, GB/T 2260) that has the code on the day. */
    Optional<Division> division(String code, LocalDate at);

    /** Whether a division ever had the code; identity numbers keep retired codes (domain page 2.19). */
    boolean divisionEverAssigned(String code);

    /** What the State Council's notice says of the day; empty when it says nothing: the weekend rule holds. */
    Optional<Day> calendar(LocalDate day);

    /** The value of a setting on the day. */
    Optional<String> setting(String name, LocalDate at);

    /** A code (代码) with the label that people read. */
    record Code(String list, String code, String label) {}

    /**
     * A division.
     *
     * @param level 1 province, 2 prefecture, 3 county
     * @param parent code of the division above; null for a province
     */
    record Division(String code, String name, int level, String parent) {}

    /**
     * A day of the calendar (工作日历).
     *
     * @param working false = day off, true = make-up working day
     * @param holiday name of the holiday; null for a make-up day
     */
    record Day(LocalDate date, boolean working, String holiday) {}
}
