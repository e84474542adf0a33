package org.liaison.platform.api;

import java.util.List;

/**
 * An account (账户) as administrators see it; never holds a secret.
 *
 * @param account login name, 2 to 50 characters of {@code a-z 0-9 . _ -}
 * @param name the person's name
 * @param state ACTIVE, LOCKED, SUSPENDED or CLOSED
 * @param mustChange whether the password is a one-time password
 * @param bindings all bindings of its own, ended ones included, and what was handed over to it for today
 */
public record Account(String account, String name, String state, boolean mustChange, List<Binding> bindings) {
    public Account {
        bindings = List.copyOf(bindings);
    }
}
