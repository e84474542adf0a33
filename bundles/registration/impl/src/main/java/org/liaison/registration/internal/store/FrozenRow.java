package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.Lob;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Form;

/** What one submission froze (提交快照): form and materials as JSON. Never changed once written. */
@Embeddable
public class FrozenRow {
    private int revision;

    @Column(name = "submitted_at")
    private LocalDateTime submittedAt;

    @Lob
    private String snapshot;

    @Column(name = "snapshot_sha256")
    private String sha256;

    protected FrozenRow() {}

    FrozenRow(int revision, LocalDateTime submittedAt, String snapshot, String sha256) {
        this.revision = revision;
        this.submittedAt = submittedAt;
        this.snapshot = snapshot;
        this.sha256 = sha256;
    }

    /** What stands in the snapshot: the form with references in place of identity numbers. */
    public record Snapshot(Form form, List<Material> materials) {}

    int revision() {
        return revision;
    }

    public Instant submittedAt() {
        return ApplicationEntity.instant(submittedAt);
    }

    public Snapshot snapshot() {
        return FormJson.read(snapshot, Snapshot.class);
    }

    public String sha256() {
        return sha256;
    }
}
