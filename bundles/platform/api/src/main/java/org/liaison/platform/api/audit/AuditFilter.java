package org.liaison.platform.api.audit;

import java.time.LocalDate;

/**
 * Which records; each part null = any.
 *
 * @param account who acted
 * @param from first day in Asia/Shanghai
 * @param to last day in Asia/Shanghai, inclusive
 * @param operation exactly this one; full views of identity numbers are {@code registration.identity.view}
 * @param object id of the thing acted on
 * @param result OK, REFUSED or FAILED
 */
public record AuditFilter(
        String account, LocalDate from, LocalDate to, String operation, String object, String result) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
