package org.liaison.registration.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Form;

/**
 * What a submission is judged by.
 *
 * @param form the form with full identity numbers
 * @param materials the materials that are there
 * @param office what the office was opened with
 * @param today the day in Asia/Shanghai
 */
record Filing(Form form, List<Material> materials, OfficeFacts office, RuleBook book, LocalDate today) {
    Filing {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(office, "office");
        materials = List.copyOf(materials);
    }
}
