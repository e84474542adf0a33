package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.Lob;

/** What submission froze (提交快照); number and first instant stay those of the first time (common rule e). */
@Embeddable
public class Submission {
    @Column(name = "app_no")
    private String no;

    @Column(name = "submitted_first_at")
    private LocalDateTime firstAt;

    @Column(name = "submitted_on")
    private LocalDate submittedOn;

    @Lob
    private String snapshot;

    @Column(name = "snapshot_sha256")
    private String sha256;

    protected Submission() {}

    Submission(String no, LocalDateTime firstAt, LocalDate submittedOn, String snapshot, String sha256) {
        this.no = no;
        this.firstAt = firstAt;
        this.submittedOn = submittedOn;
        this.snapshot = snapshot;
        this.sha256 = sha256;
    }

    String no() {
        return no;
    }

    LocalDateTime firstAt() {
        return firstAt;
    }

    LocalDate submittedOn() {
        return submittedOn;
    }

    String sha256() {
        return sha256;
    }
}
