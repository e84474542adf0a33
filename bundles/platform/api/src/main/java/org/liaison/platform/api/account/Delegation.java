package org.liaison.platform.api.account;

import java.time.Instant;
import java.time.LocalDate;
import org.liaison.platform.api.Role;

/**
 * A right handed over while its holder is away (委托), domain page 6.2 row 35. It is worth something only while the giver's
 * own right is valid and his account is active.
 *
 * @param id opaque
 * @param version row version
 * @param giver account whose right it is
 * @param taker account that acts instead, in his own name
 * @param role the role
 * @param scope what it covers, {@code ALL} or {@code KIND:id}
 * @param from first day in Asia/Shanghai
 * @param until last day, inclusive
 * @param reason why
 * @param givenAt when it was handed over
 * @param endedBy account that ended it early; null = nobody
 * @param endedAt when; null = it was not ended early
 */
public record Delegation(
        String id,
        long version,
        String giver,
        String taker,
        Role role,
        String scope,
        LocalDate from,
        LocalDate until,
        String reason,
        Instant givenAt,
        String endedBy,
        Instant endedAt) {}
