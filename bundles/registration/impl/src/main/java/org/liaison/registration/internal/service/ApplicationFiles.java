package org.liaison.registration.internal.service;

import java.io.InputStream;
import java.util.Set;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Attachments.Staged;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;

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
        ApplicationDrafts.material(code);
        // whoever may not change this draft fills no disk; a repeated request is known by its key only after its
        // content
        Application seen = cases.get(caller, RegistrationPermissions.APPLICATION_EDIT, id);
        if (key == null && seen.version() != version) {
            throw Conflict.stale();
        }
        Staged staged = attachments.stage(content, fileName);
        try {
            Act act = ApplicationDrafts.edit(id, key, version, code, fileName, staged.sha256());
            return cases.change(caller, act, version, null, (unit, row) -> {
                ApplicationDrafts.draft(row);
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
            ApplicationDrafts.draft(row);
            owned(id, fileId);
            attachments.remove(unit, fileId);
        });
    }

    InputStream open(Caller caller, String id, String fileId, String reason) {
        Application seen = cases.get(caller, RegistrationPermissions.FILE_READ, id);
        owned(id, fileId);
        if (!OFFICE_ROLES.contains(caller.acting().role())) {
            if (seen.state() == ApplicationState.DRAFT) {
                throw new NotFound();
            }
            if (reason == null || reason.isBlank() || reason.length() > 200) {
                throw new Invalid("reason", "REASON", "查看材料须说明理由,不超过200个字符");
            }
            // committed before the first byte leaves
            audit.record(caller, Act.of(RegistrationPermissions.FILE_READ, "file", fileId, null), "OK", reason);
        }
        return attachments.open(fileId);
    }

    private void owned(String id, String fileId) {
        if (attachments.of(ApplicationViews.OWNER, id).stream()
                .noneMatch(file -> file.id().equals(fileId))) {
            throw new NotFound();
        }
    }
}
