package org.liaison.registration.internal.service;

import java.util.List;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.registration.api.Change;

/** What happened to applications, in the sealed order of the audit trail: nothing is committed later before a cursor. */
final class ApplicationChanges {
    private static final int MOST = 200;

    private final Operations operations;
    private final AuditTrail audit;

    ApplicationChanges(Operations operations, AuditTrail audit) {
        this.operations = operations;
        this.audit = audit;
    }

    List<Change> after(Caller caller, long after, int limit) {
        if (after < 0 || limit < 1 || limit > MOST) {
            throw Invalid.malformed("limit", "LIMIT_RANGE", "每次应取1至" + MOST + "条，起点不小于0");
        }
        return operations.read(
                caller, RegistrationPermissions.CHANGES_READ, scope -> audit.done("application", after, limit).stream()
                        .map(d -> new Change(
                                d.place(),
                                d.subjectId(),
                                d.officeId(),
                                d.operation(),
                                d.fromState(),
                                d.toState(),
                                d.at()))
                        .toList());
    }
}
