package org.liaison.registration.api;

/**
 * Which applications a list shows; null = any.
 *
 * @param state one state: the queue of that step
 * @param hostCity code of list host-city
 * @param claim MINE, FREE or null
 */
public record ApplicationFilter(ApplicationState state, String hostCity, Claim claim) {
    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null);

    /** Whether the case is held by the caller or by nobody. */
    public enum Claim {
        MINE,
        FREE
    }
}
