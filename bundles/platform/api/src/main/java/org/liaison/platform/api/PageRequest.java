package org.liaison.platform.api;

/**
 * Which page of a list.
 *
 * @param limit rows wanted, 1 to 200
 * @param after cursor of the page before; null = from the start
 */
public record PageRequest(int limit, String after) {
    /** Rows a page when the caller says nothing. */
    public static final int DEFAULT = 50;

    public PageRequest {
        if (limit < 1 || limit > 200) {
            throw Invalid.malformed("limit", "LIMIT_RANGE", "每页行数应在1至200之间");
        }
    }
}
