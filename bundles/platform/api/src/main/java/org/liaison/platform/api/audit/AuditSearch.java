package org.liaison.platform.api.audit;

import java.util.Iterator;
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

    /**
     * Every record that fits, the newest first, for a file ({@code platform.audit.export}): for the auditor alone. The export
     * leaves a record before the first one is handed out; what is written from then on is not in it.
     *
     * @param filter has both days, of 366 at most
     * @return for one use by one thread; reads page by page and holds nothing open between two pages
     * @throws Invalid {@code REQUIRED}, {@code DATE_ORDER}, {@code DATE_RANGE}
     */
    Iterator<AuditEntry> export(Caller caller, AuditFilter filter);
}
