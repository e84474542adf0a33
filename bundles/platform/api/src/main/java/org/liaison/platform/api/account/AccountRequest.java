package org.liaison.platform.api.account;

import java.time.Instant;
import java.time.LocalDate;
import org.liaison.platform.api.Role;

/**
 * A request for an account or a role (账户申请), domain page 3.11 and 6.2 row 34.
 *
 * @param id opaque
 * @param version row version
 * @param state where it is
 * @param account login name asked for
 * @param name the person's name
 * @param role the role asked for
 * @param scope what the role would cover, {@code ALL} or {@code KIND:id}
 * @param until last day of the role in Asia/Shanghai, inclusive; null = open
 * @param reason why; may be null
 * @param approver role of which somebody decides
 * @param requestedBy account of the requester
 * @param requestedAt when
 * @param decidedBy account that approved or rejected; null until then
 * @param decidedAt when; null until then
 * @param opinion words of the decision; may be null
 * @param doneBy account that carried it out; null until then
 * @param doneAt when; null until then
 */
public record AccountRequest(
        String id,
        long version,
        RequestState state,
        String account,
        String name,
        Role role,
        String scope,
        LocalDate until,
        String reason,
        Role approver,
        String requestedBy,
        Instant requestedAt,
        String decidedBy,
        Instant decidedAt,
        String opinion,
        String doneBy,
        Instant doneAt) {}
