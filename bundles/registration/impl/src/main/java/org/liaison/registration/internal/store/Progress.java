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

    /** Day on which the leader granted more days for the decision; null = not. */
    @Column(name = "extended_on")
    private LocalDate extendedOn;

    protected Progress() {}

    private Progress(LocalDate correctionDueOn, LocalDate acceptedOn, LocalDate extendedOn) {
        this.correctionDueOn = correctionDueOn;
        this.acceptedOn = acceptedOn;
        this.extendedOn = extendedOn;
    }

    static Progress none() {
        return new Progress(null, null, null);
    }

    Progress returned(LocalDate dueOn) {
        return new Progress(dueOn, acceptedOn, extendedOn);
    }

    Progress accepted(LocalDate on) {
        return new Progress(null, on, extendedOn);
    }

    Progress prolonged(LocalDate on) {
        return new Progress(correctionDueOn, acceptedOn, on);
    }

    LocalDate correctionDueOn() {
        return correctionDueOn;
    }

    LocalDate acceptedOn() {
        return acceptedOn;
    }

    boolean extended() {
        return extendedOn != null;
    }
}
