package org.liaison.platform.api;

import java.util.List;

/**
 * One page of a list, keyset paged.
 *
 * @param items the rows, in the order of the list
 * @param next opaque cursor for {@link PageRequest#after()}; null on the last page
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }
}
