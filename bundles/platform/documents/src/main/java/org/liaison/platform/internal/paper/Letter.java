package org.liaison.platform.internal.paper;

/**
 * A character with the font that has it.
 *
 * @param codePoint what is printed; 〓 in the place of a character that no font has
 * @param bold drawn with a thickened outline, in place of a heavy face that is not there
 * @param width width in ems
 * @param absent the character that no font has, when {@code codePoint} is the mark for it; else 0
 */
record Letter(int codePoint, Typeface typeface, boolean bold, double width, int absent) {
    /** What was typed. */
    int typed() {
        return absent == 0 ? codePoint : absent;
    }

    /** The mark in the place of a character that no font has. */
    Letter standingFor(int character) {
        return new Letter(codePoint, typeface, bold, width, character);
    }
}
