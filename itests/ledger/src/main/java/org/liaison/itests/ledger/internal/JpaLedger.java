package org.liaison.itests.ledger.internal;

import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.itests.ledger.Ledger;
import org.liaison.platform.api.Migrated;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger in its own unit. */
@Component
public final class JpaLedger implements Ledger {
    private final JpaTemplate jpa;

    @Activate
    public JpaLedger(
            @Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa,
            @Reference(target = "(schema=ledger)") Migrated migrated) {
        this.jpa = jpa;
    }

    @Override
    public void enter(String noteId) {
        jpa.tx(TransactionType.Required, manager -> {
            manager.persist(new EntryEntity(noteId));
            manager.flush();
        });
    }

    @Override
    public long lines(String noteId) {
        return jpa.txExpr(TransactionType.Supports, manager -> manager.createQuery(
                        "SELECT COUNT(e) FROM EntryEntity e WHERE e.noteId = :note", Long.class)
                .setParameter("note", noteId)
                .getSingleResult());
    }
}
