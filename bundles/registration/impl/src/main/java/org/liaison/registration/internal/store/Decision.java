package org.liaison.registration.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Number and day of the decision (决定). */
@Embeddable
public class Decision {
    @Column(name = "decision_no")
    private String no;

    @Column(name = "decision_date")
    private LocalDate day;

    protected Decision() {}

    Decision(String no, LocalDate day) {
        this.no = no;
        this.day = day;
    }

    String no() {
        return no;
    }

    LocalDate day() {
        return day;
    }
}
