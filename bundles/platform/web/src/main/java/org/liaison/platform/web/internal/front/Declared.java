package org.liaison.platform.web.internal.front;

import java.util.Arrays;
import java.util.List;

/**
 * An address as a bundle's manifest declares it.
 *
 * @param anonymous whether it is for everybody, without login
 */
record Declared(String path, boolean anonymous) {
    private static final String PUBLIC = "access=public";

    /** Reads the header {@link org.liaison.platform.web.Publisher#HEADER}. Interfaces under /api and /ws are never public. */
    static List<Declared> of(String header) {
        return Arrays.stream(header.split(","))
                .map(entry -> entry.split(";"))
                .filter(parts -> parts[0].strip().startsWith("/"))
                .map(Declared::of)
                .toList();
    }

    private static Declared of(String[] parts) {
        String path = parts[0].strip();
        boolean open = parts.length == 2 && parts[1].strip().equals(PUBLIC);
        return new Declared(path, open && !path.startsWith("/api/") && !path.startsWith("/ws/"));
    }
}
