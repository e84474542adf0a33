package org.liaison.registration.api;

/**
 * Which applications a list shows; null = any.
 *
 * @param state one state: the queue of that step
 * @param hostCity code of list host-city
 * @param claim MINE, FREE or null
 * @param light only what the Bureau has to do in time and whose clock shows this
 * @param officeId the applications of one office
 * @param no the whole application number (申请编号)
 */
public record ApplicationFilter(
        ApplicationState state, String hostCity, Claim claim, Lit light, String officeId, String no) {
    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null, null, null, null);

    /** Whether the case is held by the caller or by nobody. */
    public enum Claim {
        MINE,
        FREE
    }

    /**
     * A range of lights of the Bureau's clocks.
     *
     * @param clock which clock runs: INTAKE, DECISION or HANDOVER; null = any of them. The clock of a correction is not the
     *     Bureau's and finds nothing
     * @param from this colour or a worse one; null = any
     * @param to this colour or a better one; null = any
     */
    public record Lit(Light.Kind clock, Light.Colour from, Light.Colour to) {
        /** Of whatever clock, this colour or a worse one. */
        public static Lit from(Light.Colour colour) {
            return new Lit(null, colour, null);
        }
    }
}
