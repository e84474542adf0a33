package org.liaison.registration.api;

/**
 * Which offices a list of the register shows, and in which order; null = any.
 *
 * @param status one status
 * @param hostCity code of list host-city
 * @param level code of list dispatcher-level, that of the dispatching unit
 * @param nature code of list nature; only what is registered has one
 * @param q what to look for: words apart by blanks, each either two or more characters that stand together in the name, or
 *     a whole registration or certificate number; at most 4 words and 60 characters. Width and blanks of the name are no
 *     matter
 * @param sort null = {@link Sort#NAME}
 */
public record OfficeFilter(OfficeStatus status, String hostCity, String level, String nature, String q, Sort sort) {
    public static final OfficeFilter ALL = new OfficeFilter(null, null, null, null, null, null);

    public OfficeFilter {
        sort = sort == null ? Sort.NAME : sort;
    }

    /** Order of a list. */
    public enum Sort {
        /** By name. */
        NAME,
        /** The latest registration first; an office that was never registered is not in this order. */
        REGISTERED
    }
}
