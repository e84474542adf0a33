package org.liaison.registration.internal.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.Checked;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Review.Warning;

/** A place in the form, by its field path, where rules ask their questions. Children write into the same findings. */
final class Place {
    private final String path;
    private final RuleBook book;
    private final LocalDate today;
    private final List<Violation> violations;
    private final List<Warning> warnings;

    private Place(String path, RuleBook book, LocalDate today, List<Violation> violations, List<Warning> warnings) {
        this.path = path;
        this.book = book;
        this.today = today;
        this.violations = violations;
        this.warnings = warnings;
    }

    static Place root(RuleBook book, LocalDate today) {
        return new Place("", book, today, new ArrayList<>(), new ArrayList<>());
    }

    Findings findings() {
        return new Findings(violations, warnings);
    }

    RuleBook book() {
        return book;
    }

    LocalDate today() {
        return today;
    }

    Place at(String name) {
        return new Place(path(name), book, today, violations, warnings);
    }

    Place row(String name, int index) {
        return at(name + "[" + index + "]");
    }

    void refuse(String name, String code, String message) {
        violations.add(new Violation(path(name), code, message));
    }

    void warn(String name, String code, String message) {
        warnings.add(Warning.found(path(name), code, message));
    }

    /** Hands on what the check of a typed code found. */
    void take(String name, Checked checked) {
        if (checked.refused()) {
            refuse(name, checked.code(), checked.message());
        } else if (!checked.ok()) {
            warn(name, checked.code(), checked.message());
        }
    }

    /** Something must stand here: a value, text that is not blank, a list with a row. */
    boolean present(String name, Object value) {
        boolean missing = value == null
                || value instanceof String text && Normalisation.text(text).isEmpty()
                || value instanceof Collection<?> rows && rows.isEmpty();
        if (missing) {
            refuse(name, "REQUIRED", "此项必填");
        }
        return !missing;
    }

    boolean text(String name, String value, int most) {
        return present(name, value) && optional(name, value, most);
    }

    boolean optional(String name, String value, int most) {
        boolean tooLong = value != null && value.codePointCount(0, value.length()) > most;
        if (tooLong) {
            refuse(name, "TEXT_TOO_LONG", "不得超过" + most + "个字");
        }
        return !tooLong;
    }

    boolean code(String name, String value, String list) {
        return present(name, value) && optionalCode(name, value, list);
    }

    boolean optionalCode(String name, String value, String list) {
        boolean unknown = value != null && book.code(list, value, today).isEmpty();
        if (unknown) {
            refuse(name, "CODE_UNKNOWN", "代码不在代码表（" + list + "）中");
        }
        return !unknown;
    }

    /** A day must stand here, today at the latest. */
    boolean past(String name, LocalDate value) {
        boolean ok = present(name, value);
        if (ok && value.isAfter(today)) {
            refuse(name, "DATE_FUTURE", "日期不得晚于今天");
            return false;
        }
        return ok;
    }

    boolean count(String name, Integer value, int most) {
        return present(name, value) && optionalCount(name, value, most);
    }

    boolean optionalCount(String name, Integer value, int most) {
        boolean outside = value != null && (value < 0 || value > most);
        if (outside) {
            refuse(name, "NUMBER_RANGE", "应为0至" + most + "的整数");
        }
        return !outside;
    }

    /** An amount must stand here: not below zero, at most two decimals, so many digits before them. */
    boolean amount(String name, BigDecimal value, int digits) {
        if (!present(name, value)) {
            return false;
        }
        boolean ok = value.signum() >= 0
                && value.stripTrailingZeros().scale() <= 2
                && value.compareTo(BigDecimal.TEN.pow(digits)) < 0;
        if (!ok) {
            refuse(name, "AMOUNT", "应为不小于零的数，整数不超过" + digits + "位，小数不超过两位");
        }
        return ok;
    }

    /** What stands here must have a form; nothing standing here is another question. */
    boolean shape(String name, String value, Pattern shape, String code, String message) {
        boolean wrong =
                value != null && !shape.matcher(Normalisation.text(value)).matches();
        if (wrong) {
            refuse(name, code, message);
        }
        return !wrong;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
