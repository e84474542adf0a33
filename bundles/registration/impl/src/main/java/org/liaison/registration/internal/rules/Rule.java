package org.liaison.registration.internal.rules;

/** One small rule of a submission: looks at the filing and writes what it finds at its place in the form. */
@FunctionalInterface
interface Rule {
    void look(Filing filing, Place form);
}
