package org.liaison.platform.api.rules;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of an official document (发文字号), domain page 2.17: code word, year in six-corner brackets, serial, 号. The form is
 * enforced only for numbers that the Bureau issues; those of others are text with a warning.
 *
 * @param codeWord issuer's code word (机关代字), one to twelve Chinese characters, e.g. 鲁事管备
 * @param year four digits, 1900 to 2099
 * @param serial 1 to 99999, never padded
 */
public record DocumentNumber(String codeWord, int year, int serial) {
    private static final Pattern CODE_WORD = Pattern.compile("[\u4e00-\u9fa5]{1,12}");
    private static final Pattern STRICT =
            Pattern.compile("([\u4e00-\u9fa5]{1,12})\u3014((?:19|20)[0-9]{2})\u3015([1-9][0-9]{0,4})号");
    private static final Pattern LOOSE = Pattern.compile(
            "([\u4e00-\u9fa5]{1,12})[\u3014\\[\uff3b(\uff08\u3010]((?:19|20)[0-9]{2})[\u3015\\]\uff3d)\uff09\u3011]第?0*([1-9][0-9]{0,4})号");

    public DocumentNumber {
        Objects.requireNonNull(codeWord, "codeWord");
        if (!CODE_WORD.matcher(codeWord).matches()) {
            throw new IllegalArgumentException("no code word: " + codeWord);
        }
        if (year < 1900 || year > 2099 || serial < 1 || serial > 99_999) {
            throw new IllegalArgumentException("no document number: year " + year + ", serial " + serial);
        }
    }

    /** The number when the text is in the exact form; nothing is normalised. */
    public static Optional<DocumentNumber> parse(String text) {
        return read(STRICT, text);
    }

    /**
     * The number that was probably meant: other brackets, 第 and padding are taken away. For an offer to a person, never
     * applied silently. Empty when nothing sure can be said, a year of two digits for one.
     */
    public static Optional<DocumentNumber> repair(String text) {
        return text == null ? Optional.empty() : read(LOOSE, Normalisation.code(text));
    }

    /** {@code DOCUMENT_NUMBER} as an error for a number of the Bureau; the message offers the repair when there is one. */
    public static Checked checkOwn(String text) {
        return parse(text).isPresent() ? Checked.OK : Checked.error("DOCUMENT_NUMBER", sentence(text));
    }

    /** The same as a warning for a number of another issuer: before 2012 other brackets were in use. */
    public static Checked checkForeign(String text) {
        return parse(text).isPresent() ? Checked.OK : Checked.warning("DOCUMENT_NUMBER", sentence(text));
    }

    /** The official text, e.g. 鲁事管备〔2026〕7号. */
    public String text() {
        return codeWord + '\u3014' + year + '\u3015' + serial + '号';
    }

    @Override
    public String toString() {
        return text();
    }

    private static String sentence(String text) {
        return "发文字号应形如鲁事管备〔2026〕7号" + repair(text).map(n -> "，是否为" + n.text()).orElse("");
    }

    private static Optional<DocumentNumber> read(Pattern form, String text) {
        Matcher m = form.matcher(text == null ? "" : text);
        return m.matches()
                ? Optional.of(
                        new DocumentNumber(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))))
                : Optional.empty();
    }
}
