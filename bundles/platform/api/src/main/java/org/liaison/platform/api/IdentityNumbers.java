package org.liaison.platform.api;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one table of identity numbers (身份证号): encrypted, with a blind index; everything else holds references. Thread-safe.
 */
@ProviderType
public interface IdentityNumbers {
    /**
     * Keeps a number as it was typed (after normalisation) and gives its reference; the same number has one reference.
     *
     * @param number 1 to 30 characters; need not be a right one, drafts may be wrong
     */
    String keep(Unit unit, String number);

    /** The reference of a number already kept. */
    Optional<String> find(String number);

    /** The clear numbers of references, in one query; for rules and masking only, never for an answer as they are. */
    Map<String, String> reveal(Collection<String> references);

    /** Masked for Bureau roles: first six and last four characters. */
    static String maskBureau(String number) {
        return number.length() < 12
                ? maskOthers(number)
                : number.substring(0, 6) + "*".repeat(number.length() - 10) + tail(number);
    }

    /** Masked for everybody else: last four characters. */
    static String maskOthers(String number) {
        return "*".repeat(Math.max(4, number.length() - 4)) + (number.length() < 12 ? "" : tail(number));
    }

    private static String tail(String number) {
        return number.substring(number.length() - 4);
    }
}
