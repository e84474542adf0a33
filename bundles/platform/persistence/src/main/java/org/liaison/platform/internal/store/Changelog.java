package org.liaison.platform.internal.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Liaison-Changelog: db/x.xml;schema=x} of a bundle that owns a schema. */
record Changelog(String path, String schema) {
    static final String HEADER = "Liaison-Changelog";

    private static final Pattern FORM = Pattern.compile("([\\w./-]+);schema=([a-z_]+)");

    static Changelog parse(String header) {
        Matcher form = FORM.matcher(header.trim());
        if (!form.matches()) {
            throw new IllegalArgumentException(HEADER + " is not of the form path;schema=name: " + header);
        }
        return new Changelog(form.group(1), form.group(2));
    }
}
