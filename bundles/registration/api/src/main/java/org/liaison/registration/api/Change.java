package org.liaison.registration.api;

import java.time.Instant;

/**
 * One act on an application, for systems that follow by polling (变动); in the sealed order of the audit trail, so that a
 * cursor never passes an act that is committed later.
 *
 * @param cursor place in the order; ask for what follows it
 * @param operation name of the permission table, e.g. {@code registration.application.accept}
 * @param from state before; null when there was none
 * @param to state after
 */
public record Change(
        long cursor, String applicationId, String officeId, String operation, String from, String to, Instant at) {}
