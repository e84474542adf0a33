package org.liaison.platform.api.paper;

import java.util.Objects;

/**
 * How words look; sizes in points.
 *
 * @param face typeface
 * @param size size of a full-width character
 * @param pitch distance from one full-width character to the next; the size itself sets them solid
 * @param leading distance from line to line
 * @param least smallest size the words may be shrunk to where their room is bounded
 * @param colour {@code 0xRRGGBB}
 */
public record Style(Face face, double size, double pitch, double leading, double least, int colour) {
    private static final double POINTS = 72 / 25.4;

    /** 3号仿宋 of an official document, GB/T 9704: 22 lines of 28 characters in 156 × 225 mm. */
    public static final Style BODY = new Style(Face.FANGSONG, 16, 156 * POINTS / 28, 225 * POINTS / 22, 16, 0);
    /** 2号小标宋: title of an official document. */
    public static final Style TITLE = new Style(Face.XIAOBIAOSONG, 22, 22, 34, 16, 0);
    /** 四号宋体: page numbers. */
    public static final Style NUMBER = of(Face.SONG, 14);
    /** 五号宋体: label in a form. */
    public static final Style LABEL = of(Face.SONG, 10.5).least(8);
    /** 五号仿宋: what is filled into a form. */
    public static final Style VALUE = of(Face.FANGSONG, 10.5).leading(13.2).least(6.5);

    public Style {
        Objects.requireNonNull(face, "face");
        if (size < 4 || pitch < size / 2 || leading < size || least > size || least < 4) {
            throw new IllegalArgumentException("no legible style: " + size + "/" + leading + ", least " + least);
        }
    }

    /** Set solid, lines 1.35 sizes apart, not to be shrunk, black. */
    public static Style of(Face face, double size) {
        return new Style(face, size, size, size * 1.35, size, 0);
    }

    /** The same, shrunk to no less than this size. */
    public Style least(double points) {
        return new Style(face, size, pitch, leading, points, colour);
    }

    /** The same in a colour, {@code 0xRRGGBB}. */
    public Style colour(int rgb) {
        return new Style(face, size, pitch, leading, least, rgb);
    }

    /** The same with another distance of lines. */
    public Style leading(double points) {
        return new Style(face, size, pitch, points, least, colour);
    }

    /** The same at a share of its size, not below {@link #least}. */
    public Style scaled(double share) {
        double real = Math.max(share, least / size);
        return new Style(face, size * real, pitch * real, leading * real, least, colour);
    }
}
