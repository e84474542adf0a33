package org.liaison.platform.internal.paper;

import java.util.List;

/**
 * A line of words, set.
 *
 * @param indent distance of its first character from the left edge, in points
 * @param width width of its characters at their pitch, in points
 * @param last last line of its paragraph
 */
record Line(List<Letter> letters, double indent, double width, boolean last) {}
