package org.liaison.registration.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** The days from which the clocks of a case are computed (办理时限); all in Asia/Shanghai. */
@Embeddable
public class Progress {
    @Column(name = "correction_due_on")
    private LocalDate correctionDueOn;

    @Column(name = "accepted_on")
    private LocalDate acceptedOn;

    private boolean extended;

    protected Progress() {}

    private Progress(LocalDate correctionDueOn, LocalDate acceptedOn, boolean extended) {
        this.correctionDueOn = correctionDueOn;
        this.acceptedOn = acceptedOn;
        this.extended = extended;
    }

    static Progress none() {
        return new Progress(null, null, false);
    }

    Progress returned(LocalDate dueOn) {
        return new Progress(dueOn, acceptedOn, extended);
    }

    Progress accepted(LocalDate on) {
        return new Progress(null, on, extended);
    }

    Progress prolonged() {
        return new Progress(correctionDueOn, acceptedOn, true);
    }

    LocalDate correctionDueOn() {
        return correctionDueOn;
    }

    LocalDate acceptedOn() {
        return acceptedOn;
    }

    boolean extended() {
        return extended;
    }
}
