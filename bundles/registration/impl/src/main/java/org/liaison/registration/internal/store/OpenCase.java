package org.liaison.registration.internal.store;

import java.time.LocalDate;
import org.liaison.registration.api.ApplicationState;

/**
 * What the clocks of an open case are computed from; a row without the form. Days are in Asia/Shanghai.
 *
 * @param claimedBy account that holds the case; null = nobody
 */
public record OpenCase(
        String id,
        String no,
        String officeId,
        String hostCity,
        ApplicationState state,
        String claimedBy,
        LocalDate submittedOn,
        LocalDate correctionDueOn,
        LocalDate acceptedOn,
        boolean extended) {}
