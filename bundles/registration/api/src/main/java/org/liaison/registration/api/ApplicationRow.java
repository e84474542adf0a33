package org.liaison.registration.api;

import java.time.Instant;
import org.liaison.platform.api.rules.CodeOf;

/**
 * A row of a list or queue of applications (待办). Parameters as in {@link Application}.
 *
 * @param officeName name of the office as opened
 * @param dispatcherName name of the dispatching unit
 * @param hostCity code of list host-city
 * @param updatedAt instant of the last change; lists are sorted by it, newest first
 * @param light the clock that runs now; null = none
 * @param proposal event that waits for another person; null = none
 */
public record ApplicationRow(
        String id,
        long version,
        String no,
        String officeId,
        String officeName,
        String dispatcherName,
        @CodeOf("host-city") String hostCity,
        ApplicationState state,
        String claimedBy,
        Instant submittedFirstAt,
        Instant updatedAt,
        Light light,
        ApplicationEvent proposal) {}
