package org.liaison.platform.internal.notices;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.platform.api.rules.RuleBook;

/**
 * The words of a notice, from the rule book.
 *
 * @param title fixed words: all that a text message carries, so it cannot hold personal data
 * @param text a sentence with the facts in their places
 */
record Words(String title, String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    static Words of(RuleBook book, String rule, Map<String, String> facts, LocalDate at) {
        return new Words(
                book.setting("notice." + rule + ".title", at),
                fill(rule, book.setting("notice." + rule + ".text", at), facts));
    }

    private static String fill(String rule, String words, Map<String, String> facts) {
        return PLACE.matcher(words).replaceAll(place -> {
            String fact = facts.get(place.group(1));
            if (fact == null) {
                throw new IllegalArgumentException("notice " + rule + " lacks the fact " + place.group(1));
            }
            return Matcher.quoteReplacement(fact);
        });
    }
}
