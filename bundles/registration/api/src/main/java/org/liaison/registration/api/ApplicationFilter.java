package org.liaison.registration.api;

/**
 * Which applications a list shows; null = any.
 *
 * @param state one state: the queue of that step
 * @param hostCity code of list host-city
 * @param claim MINE, FREE or null
 * @param light only what the Bureau has to do in time and whose clock shows this colour or a worse one
 * @param officeId the applications of one office
 */
public record ApplicationFilter(
        ApplicationState state, String hostCity, Claim claim, Light.Colour light, String officeId) {
    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null, null, null);

    /** Whether the case is held by the caller or by nobody. */
    public enum Claim {
        MINE,
        FREE
    }
}
