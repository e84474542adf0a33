package org.liaison.registration.internal.service;

import java.io.InputStream;
import java.util.Set;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Attachments.Staged;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unit;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.internal.store.ApplicationEntity;

/** Files of an application's materials. */
final class ApplicationFiles {
    private static final Set<Role> OFFICE_ROLES = Set.of(Role.FIL, Role.HED);

    private final Attachments attachments;
    private final AuditTrail audit;
    private final ApplicationCases cases;

    ApplicationFiles(Attachments attachments, AuditTrail audit, ApplicationCases cases) {
        this.attachments = attachments;
        this.audit = audit;
        this.cases = cases;
    }

    Application add(
            Caller caller, String id, long version, String code, String fileName, InputStream content, String key) {
        boolean photo = ApplicationVisits.PHOTOS.equals(code);
        if (!photo) {
            ApplicationDrafts.material(code);
        }
        String operation = photo ? RegistrationPermissions.APPLICATION_PHOTO : RegistrationPermissions.APPLICATION_EDIT;
        // whoever may not change this draft fills no disk; a repeated request is known by its key only
        // after its content
        Application seen = cases.get(caller, operation, id);
        if (key == null && seen.version() != version) {
            throw Conflict.stale();
        }
        Staged staged = attachments.stage(content, fileName);
        try {
            Act act = Act.of(operation, "application", id, key, version, code, fileName, staged.sha256());
            return cases.change(caller, act, version, null, (unit, row) -> {
                if (photo) {
                    onSite(unit, row);
                } else {
                    ApplicationDrafts.editable(row, unit.today());
                }
                attachments.keep(
                        unit, staged, ApplicationViews.OWNER, id, row.office().id(), code);
            });
        } finally {
            attachments.discard(staged);
        }
    }

    Application remove(Caller caller, String id, long version, String fileId, String key) {
        Act act = ApplicationDrafts.edit(id, key, version, fileId);
        return cases.change(caller, act, version, null, (unit, row) -> {
            ApplicationDrafts.editable(row, unit.today());
            owned(id, fileId);
            attachments.remove(unit, fileId);
        });
    }

    InputStream open(Caller caller, String id, String fileId, String reason) {
        cases.get(caller, RegistrationPermissions.FILE_READ, id);
        Attachment file = owned(id, fileId);
        if (caller.is(Role.FIL) && !file.uploadedBy().equals(caller.account())) {
            // row 4: a filer sees the own uploads, the head those of the office
            throw new Forbidden();
        }
        if (!OFFICE_ROLES.contains(caller.acting().role())) {
            Reasons.check(reason, "查看材料");
            // committed before the first byte leaves
            audit.record(caller, Act.of(RegistrationPermissions.FILE_READ, "file", fileId, null), "OK", reason);
        }
        return attachments.open(fileId);
    }

    private static void onSite(Unit unit, ApplicationEntity row) {
        if (row.state() != ApplicationState.ONSITE) {
            ApplicationDrafts.refuse(row.state());
        }
        ApplicationVisits.member(unit, row);
    }

    private Attachment owned(String id, String fileId) {
        return attachments.of(ApplicationViews.OWNER, id).stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
