package org.liaison.platform.api.paper;

/**
 * Paper and margins, all in millimetres.
 *
 * @param width width of the paper
 * @param height height of the paper
 */
public record Format(double width, double height, double top, double right, double bottom, double left) {
    /** A4 of an official document (公文), GB/T 9704: text area 156 × 225. */
    public static final Format OFFICIAL = new Format(210, 297, 37, 26, 35, 28);
    /** A4 of a form (表格). */
    public static final Format FORM = new Format(210, 297, 17, 17, 16, 20);
    /** A3 across, to hang on the wall (登记证正本). */
    public static final Format WALL = new Format(420, 297, 30, 40, 30, 40);
    /** A4 of a certificate's copy (登记证副本). */
    public static final Format COPY = new Format(210, 297, 28, 26, 28, 26);

    public Format {
        if (width - left - right < 20 || height - top - bottom < 20) {
            throw new IllegalArgumentException("no room between the margins");
        }
    }

    /** Width between the margins. */
    public double textWidth() {
        return width - left - right;
    }

    /** Height between the margins. */
    public double textHeight() {
        return height - top - bottom;
    }
}
