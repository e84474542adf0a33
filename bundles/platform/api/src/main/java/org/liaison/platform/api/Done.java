package org.liaison.platform.api;

import java.util.Objects;

/**
 * What an act has done: the answer for the caller and the facts for key and audit record.
 *
 * @param value what the caller gets
 * @param id id of the thing acted on
 * @param version its row version after the act
 * @param officeId office the thing belongs to; null for things of no office
 * @param fromState state before; null when there is none
 * @param toState state after; null when there is none
 * @param reason words given by the person (opinion, reason); null when none
 */
public record Done<T>(
        T value, String id, long version, String officeId, String fromState, String toState, String reason) {
    public Done {
        Objects.requireNonNull(id, "id");
    }

    /** An act that moves no state. */
    public static <T> Done<T> of(T value, String id, long version, String officeId) {
        return new Done<>(value, id, version, officeId, null, null, null);
    }
}
