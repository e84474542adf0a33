package org.liaison.platform.api.paper;

import java.util.List;
import java.util.Objects;

/**
 * A document to be printed (文书): immutable, without any thought of fonts or page breaks.
 *
 * @param title title in the file's properties
 * @param format paper and margins
 * @param blocks what stands on it, in reading order
 * @param footer what stands at the foot of every page
 * @param watermark words across every page, e.g. 预览; null = none
 */
public record Sheet(String title, Format format, List<Block> blocks, Footer footer, String watermark) {
    public Sheet {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(footer, "footer");
        blocks = List.copyOf(blocks);
    }

    /** The foot of a page. */
    public enum Footer {
        NONE,
        /** Page number of an official document (GB/T 9704): {@code — 1 —}, outer side, from the second page on if there is one. */
        OFFICIAL,
        /** {@code 第1页 共2页}, centred. */
        COUNTED
    }
}
