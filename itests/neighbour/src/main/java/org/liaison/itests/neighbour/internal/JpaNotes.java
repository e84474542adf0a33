package org.liaison.itests.neighbour.internal;

import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.itests.ledger.Ledger;
import org.liaison.itests.neighbour.Note;
import org.liaison.itests.neighbour.Notes;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Unavailable;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Notes in their own unit, written through the one door. */
@Component
public final class JpaNotes implements Notes {
    private final Operations operations;
    private final Ledger ledger;
    private final JpaTemplate jpa;

    // Another context: it may come and go, and nobody here is deactivated for it.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OfficeDirectory directory;

    @Activate
    public JpaNotes(
            @Reference Operations operations,
            @Reference Ledger ledger,
            @Reference(target = "(osgi.unit.name=neighbour)") JpaTemplate jpa,
            @Reference(target = "(schema=neighbour)") Migrated migrated) {
        this.operations = operations;
        this.ledger = ledger;
        this.jpa = jpa;
    }

    @Override
    public Note write(Caller caller, String officeId, String text, String key) {
        Act act = Act.of(NeighbourPermissions.WRITE, "note", null, key, officeId, text);
        return operations.run(
                caller,
                act,
                unit -> {
                    Note note = jpa.txExpr(TransactionType.Required, manager -> {
                        NoteEntity row = new NoteEntity(UUID.randomUUID().toString(), officeId, text);
                        manager.persist(row);
                        manager.flush();
                        return row.toNote();
                    });
                    ledger.enter(note.id());
                    refuse(text);
                    return Done.of(note, note.id(), note.version(), officeId);
                },
                (scope, id) -> found(id));
    }

    private static void refuse(String text) {
        if (text.startsWith(REFUSED)) {
            throw new Conflict("NOTE_REFUSED", "不予记录");
        }
        if (text.startsWith(BROKEN)) {
            throw new IllegalStateException("broken, as the test wants it");
        }
    }

    @Override
    public Note enterAgain(Caller caller, String id, long version) {
        Act act = Act.of(NeighbourPermissions.WRITE, "note", id, null);
        return operations.run(
                caller,
                act,
                unit -> {
                    Note note = jpa.txExpr(TransactionType.Required, manager -> {
                        NoteEntity row = load(manager, id);
                        if (row.version() != version) {
                            throw Conflict.stale();
                        }
                        manager.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
                        manager.flush();
                        return row.toNote();
                    });
                    ledger.enter(id);
                    return Done.of(note, id, note.version(), note.officeId());
                },
                (scope, known) -> found(known));
    }

    @Override
    public Note get(Caller caller, String id) {
        return operations.read(caller, NeighbourPermissions.READ, scope -> found(id));
    }

    @Override
    public Office office(Caller caller, String id) {
        Note note = get(caller, id);
        return Optional.ofNullable(directory)
                .orElseThrow(() -> Unavailable.service("备案登记"))
                .find(caller, note.officeId())
                .orElseThrow(NotFound::new);
    }

    private Note found(String id) {
        return jpa.txExpr(TransactionType.Supports, manager -> load(manager, id).toNote());
    }

    private static NoteEntity load(EntityManager manager, String id) {
        return Optional.ofNullable(manager.find(NoteEntity.class, id)).orElseThrow(NotFound::new);
    }
}
