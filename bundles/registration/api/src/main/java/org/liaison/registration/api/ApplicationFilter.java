package org.liaison.registration.api;

/**
 * Which applications a list shows; null = any.
 *
 * @param state one state: the queue of that step
 * @param hostCity code of list host-city
 * @param claim MINE, FREE or null
 * @param overdue true = only what the Bureau should have done by yesterday
 */
public record ApplicationFilter(ApplicationState state, String hostCity, Claim claim, boolean overdue) {
    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null, false);

    /** Whether the case is held by the caller or by nobody. */
    public enum Claim {
        MINE,
        FREE
    }
}
