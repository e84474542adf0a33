package org.liaison.portal.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One static file of the pages, held in memory, compressed once at its first use. Immutable to its users; thread-safe. */
final class Asset {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final byte[] plain;
    private final String type;
    private volatile byte[] gzip;

    Asset(byte[] plain, String type) {
        this.plain = plain;
        this.type = type;
    }

    /** The media type of a file by its name; empty for what is not served. */
    static Optional<String> type(String name) {
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    String type() {
        return type;
    }

    byte[] plain() {
        return plain;
    }

    /** Whether compression is of use: pictures and fonts are compressed already. */
    boolean compressible() {
        return !type.equals("image/png") && !type.startsWith("font/");
    }

    /** The content for {@code Content-Encoding: gzip}. */
    byte[] gzip() {
        byte[] ready = gzip;
        if (ready == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
            try (GZIPOutputStream compressed = new GZIPOutputStream(out)) {
                compressed.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ready = out.toByteArray();
            gzip = ready;
        }
        return ready;
    }
}
