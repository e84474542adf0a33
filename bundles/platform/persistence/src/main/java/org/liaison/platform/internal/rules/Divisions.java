package org.liaison.platform.internal.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Division;

/** Looks divisions up by what a person remembers of them. */
final class Divisions {
    private static final Comparator<Division> HIGHER_FIRST =
            Comparator.comparingInt(Division::level).thenComparing(Division::code);

    private Divisions() {}

    /** @param known code to its rows of all years */
    static List<Code> find(Map<String, List<Division>> known, String word, LocalDate at, int most) {
        String wanted = word == null ? "" : word.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Predicate<Division> found = wanted.chars().allMatch(c -> c >= '0' && c <= '9')
                ? division -> division.code().startsWith(wanted)
                : division -> wholeName(known, division, at).contains(wanted);
        return known.values().stream()
                .flatMap(Collection::stream)
                .filter(division -> division.validAt(at) && !division.pseudo() && found.test(division))
                .sorted(HIGHER_FIRST)
                .limit(most)
                .map(division -> new Code(CodeOf.DIVISION, division.code(), wholeName(known, division, at)))
                .toList();
    }

    private static String wholeName(Map<String, List<Division>> known, Division division, LocalDate at) {
        String own = division.pseudo() ? "" : division.name();
        return division.parent() == null
                ? own
                : known.getOrDefault(division.parent(), List.of()).stream()
                                .filter(above -> above.validAt(at))
                                .findFirst()
                                .map(above -> wholeName(known, above, at))
                                .orElse("")
                        + own;
    }
}
