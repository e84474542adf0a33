package org.liaison.portal.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/**
 * The static files below one folder of a bundle. Their digest stands in their address, so a browser may keep them for good,
 * and every node that runs the same bundle has the same address.
 *
 * @param digest of all names and contents, 16 hexadecimal digits
 * @param files path below the folder to file
 */
record Assets(String digest, Map<String, Asset> files) {
    private static final int DIGEST_BYTES = 8;

    Assets {
        files = Map.copyOf(files);
    }

    /** Reads what a bundle brings. @param folder e.g. {@code /portal/} */
    static Assets read(Bundle bundle, String folder) throws IOException {
        Map<String, Asset> files = new TreeMap<>();
        MessageDigest digest = sha256();
        Enumeration<URL> entries = bundle.findEntries(folder, "*", true);
        Map<String, URL> sorted = new TreeMap<>();
        for (URL entry : entries == null ? Collections.<URL>emptyList() : Collections.list(entries)) {
            sorted.put(entry.getPath().substring(folder.length()), entry);
        }
        for (Map.Entry<String, URL> entry : sorted.entrySet()) {
            String type = Asset.type(entry.getKey()).orElse(null);
            if (type != null) {
                try (InputStream in = entry.getValue().openStream()) {
                    byte[] content = in.readAllBytes();
                    digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
                    digest.update(content);
                    files.put(entry.getKey(), new Asset(content, type));
                }
            }
        }
        return new Assets(HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES), files);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
