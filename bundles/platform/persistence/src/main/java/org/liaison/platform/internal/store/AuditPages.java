package org.liaison.platform.internal.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;

/** All records of a filter, the newest first; the first page is there at once. For one thread. */
final class AuditPages implements Iterator<AuditEntry> {
    private final Sql sql;
    private final AuditFilter filter;
    private final int size;
    private Iterator<AuditEntry> page;
    /** Where the next page begins; null = there is none. */
    private String next;

    AuditPages(Sql sql, AuditFilter filter, int size) {
        this.sql = sql;
        this.filter = filter;
        this.size = size;
        load(null);
    }

    private void load(String after) {
        List<AuditEntry> found = new AuditList(filter).page(sql, after, size);
        page = found.iterator();
        next = found.size() < size ? null : AuditList.cursor(found.get(size - 1));
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && next != null) {
            load(next);
        }
        return page.hasNext();
    }

    @Override
    public AuditEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
