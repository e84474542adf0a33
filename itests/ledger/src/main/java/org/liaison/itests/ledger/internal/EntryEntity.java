package org.liaison.itests.ledger.internal;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a line. */
@Entity
@Table(schema = "ledger", name = "entry")
public class EntryEntity {
    @Id
    private String id;

    @Column(name = "note_id")
    private String noteId;

    protected EntryEntity() {}

    EntryEntity(String noteId) {
        this.id = UUID.randomUUID().toString();
        this.noteId = noteId;
    }
}
