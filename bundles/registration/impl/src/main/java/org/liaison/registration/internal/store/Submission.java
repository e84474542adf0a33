package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** What of submission a list needs; number and first instant stay those of the first time (common rule e). */
@Embeddable
public class Submission {
    @Column(name = "app_no")
    private String no;

    @Column(name = "submitted_first_at")
    private LocalDateTime firstAt;

    @Column(name = "submitted_on")
    private LocalDate submittedOn;

    @Column(name = "snapshot_sha256")
    private String sha256;

    protected Submission() {}

    Submission(String no, LocalDateTime firstAt, LocalDate submittedOn, String sha256) {
        this.no = no;
        this.firstAt = firstAt;
        this.submittedOn = submittedOn;
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
