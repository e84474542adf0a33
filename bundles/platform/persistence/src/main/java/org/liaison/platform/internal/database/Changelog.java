package org.liaison.platform.internal.database;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Liaison-Changelog: db/x.xml;schema=x;insert-only=a,b} of a bundle that owns a schema.
 *
 * @param insertOnly tables of which the running platform may neither change nor delete a row, lower case
 */
record Changelog(String path, String schema, Set<String> insertOnly) {
    static final String HEADER = "Liaison-Changelog";

    private static final Pattern FORM =
            Pattern.compile("([\\w./-]+);schema=([a-z_]+)(?:;insert-only=([a-z_]+(?:,[a-z_]+)*))?");

    static Changelog parse(String header) {
        Matcher form = FORM.matcher(header.trim());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    HEADER + " is not of the form path;schema=name;insert-only=tables: " + header);
        }
        Set<String> insertOnly =
                form.group(3) == null ? Set.of() : Set.of(form.group(3).split(","));
        return new Changelog(form.group(1), form.group(2), insertOnly);
    }
}
