package org.liaison.registration.internal.store;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.rules.Normalisation;

/**
 * What an office is found by (检索词): every two characters of its name that stand together, and its numbers whole. Equal terms
 * are found by an index whatever the collation of the database, which a beginning or a part of a text is not.
 */
final class SearchTerms {
    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 60;
    /** The first ones of a long word are enough: the name is compared with the whole word besides. */
    private static final int MOST_TERMS = 4;

    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{4}-\\d{4,}|\\p{IsHan}+第\\d{14,}号");

    private SearchTerms() {}

    /**
     * One word of a search.
     *
     * @param text the name holds it; null when the terms say all, as those of a number do
     */
    record Word(List<String> terms, String text) {}

    /** Pairs of characters of a normalised name; a rare character of two code units is one. */
    static Set<String> ofName(String name) {
        int[] points = name.codePoints().toArray();
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }

    /** Reads what somebody typed. @throws Invalid {@code SEARCH_SHORT}, {@code SEARCH_LONG} */
    static List<Word> read(String typed) {
        String text = typed == null ? "" : Normalisation.text(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> words = Arrays.asList(text.split("[\\s\\p{Z}\\p{Cntrl}]+"));
        if (words.size() > MOST_WORDS || text.codePointCount(0, text.length()) > LONGEST) {
            throw Invalid.malformed("q", "SEARCH_LONG", "检索不得超过" + MOST_WORDS + "个词、" + LONGEST + "个字符");
        }
        return words.stream().map(SearchTerms::word).toList();
    }

    private static Word word(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new Word(List.of(text), null);
        }
        Set<String> pairs = ofName(text);
        if (pairs.isEmpty()) {
            throw Invalid.malformed("q", "SEARCH_SHORT", "每个检索词至少应有两个字符");
        }
        return new Word(pairs.stream().limit(MOST_TERMS).toList(), text);
    }
}
