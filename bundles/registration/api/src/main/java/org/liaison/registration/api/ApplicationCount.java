package org.liaison.registration.api;

/**
 * How many applications are in a state (备案申请数).
 *
 * @param state as of today; what time alone has changed counts as changed
 * @param count 1 or more; a state that has none is left out
 */
public record ApplicationCount(ApplicationState state, long count) {}
