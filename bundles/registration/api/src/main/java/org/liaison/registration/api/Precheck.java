package org.liaison.registration.api;

import java.util.List;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Review.Warning;

/**
 * What submission would say now (预检): the very rules of submission, run without submitting.
 *
 * @param ready whether submission would be taken
 * @param summary one sentence for people, e.g. {@code 5件材料已备3件；公函缺“建制级别”}
 * @param violations what submission would refuse
 * @param warnings what the clerk would have to answer
 */
public record Precheck(boolean ready, String summary, List<Violation> violations, List<Warning> warnings) {
    public Precheck {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }
}
