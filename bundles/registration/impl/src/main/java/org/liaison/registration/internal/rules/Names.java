package org.liaison.registration.internal.rules;

import java.util.Objects;
import org.liaison.platform.api.rules.Normalisation;

/** Comparison of names as the regulation's 四（二） asks: alike after width and blanks are made alike. */
final class Names {
    private Names() {}

    static boolean same(String one, String other) {
        return Objects.equals(Normalisation.name(one), Normalisation.name(other));
    }
}
