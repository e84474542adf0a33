package org.liaison.platform.api.audit;

import java.time.Instant;

/**
 * One record of the audit trail (审计记录), domain page 2.22.
 *
 * @param id its number; later records have higher ones, with gaps
 * @param at when
 * @param account who; a refused login shows what was typed if that could be an account
 * @param acting what he acted as, {@code ROLE@SCOPE}; null = nothing chosen
 * @param channel REST, SOAP, CONSOLE or SYSTEM
 * @param source network address of the caller, or the job's name
 * @param operation what, as in the permission tables
 * @param subject type of the thing, e.g. {@code application}
 * @param subjectId its id; may be null
 * @param officeId office it belongs to; null for things of no office
 * @param fromState state before; null when there is none
 * @param toState state after; null when there is none
 * @param result OK, REFUSED or FAILED
 * @param reason words given or code of the error; identity numbers in it are masked; may be null
 */
public record AuditEntry(
        long id,
        Instant at,
        String account,
        String acting,
        String channel,
        String source,
        String operation,
        String subject,
        String subjectId,
        String officeId,
        String fromState,
        String toState,
        String result,
        String reason) {}
