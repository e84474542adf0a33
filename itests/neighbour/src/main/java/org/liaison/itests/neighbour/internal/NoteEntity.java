package org.liaison.itests.neighbour.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.liaison.itests.neighbour.Note;

/** Row of a note. */
@Entity
@Table(schema = "neighbour", name = "note")
public class NoteEntity {
    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "office_id")
    private String officeId;

    private String text;

    protected NoteEntity() {}

    NoteEntity(String id, String officeId, String text) {
        this.id = id;
        this.officeId = officeId;
        this.text = text;
    }

    long version() {
        return version;
    }

    Note toNote() {
        return new Note(id, version, officeId, text);
    }
}
