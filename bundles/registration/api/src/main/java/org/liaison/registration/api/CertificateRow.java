package org.liaison.registration.api;

import java.time.Instant;
import java.time.LocalDate;
import org.liaison.platform.api.rules.CodeOf;

/**
 * A row of a list or of the print queue (待制证). Parameters as in {@link Certificate}.
 *
 * @param officeName name on the certificate
 * @param hostCity code of list host-city
 */
public record CertificateRow(
        String id,
        long version,
        String officeId,
        String number,
        int versionNo,
        String officeName,
        String dispatcherName,
        @CodeOf("host-city") String hostCity,
        CertificateState state,
        String claimedBy,
        LocalDate issueDate,
        Instant updatedAt) {}
