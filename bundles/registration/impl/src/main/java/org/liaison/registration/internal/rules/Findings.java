package org.liaison.registration.internal.rules;

import java.util.List;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Review.Warning;

/**
 * What the rules found.
 *
 * @param violations reasons to refuse, in the order of the rules
 * @param warnings what the clerk has to answer; they never block
 */
public record Findings(List<Violation> violations, List<Warning> warnings) {
    public Findings {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /** The warnings when nothing is refused. @throws Invalid with every violation */
    public List<Warning> warningsOrRefuse() {
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
        return warnings;
    }
}
