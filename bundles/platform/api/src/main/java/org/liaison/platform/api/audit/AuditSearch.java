package org.liaison.platform.api.audit;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Search in the audit trail (审计查询). Thread-safe. */
@ProviderType
public interface AuditSearch {
    /**
     * Records, the newest first ({@code platform.audit.search}). The auditor reads all of them, the security administrator
     * those about accounts, keys and logins, a head the logins of the own office's people, a filer the own ones (domain
     * page 6.2 row 36). The search itself leaves a record.
     *
     * @throws Invalid {@code DATE_ORDER} when the last day is before the first, {@code CURSOR}
     */
    Page<AuditEntry> search(Caller caller, AuditFilter filter, PageRequest page);
}
