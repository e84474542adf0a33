package org.liaison.registration.internal.certificate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The address at which the public reaches the platform (公开网址). It goes into QR codes that hang on walls for years, so
 * there is no default.
 */
final class PublicAddress {
    private final String base;

    private PublicAddress(String base) {
        this.base = base;
    }

    /** Reads the setting; what is no http or https address counts as not set. */
    static Optional<PublicAddress> of(String setting) {
        String text = setting == null ? "" : setting.strip();
        return usable(text) ? Optional.of(new PublicAddress(text.replaceAll("/+$", ""))) : Optional.empty();
    }

    /** Where a certificate is checked. */
    String check(String token) {
        return base + "/verify/" + token;
    }

    private static boolean usable(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
