package org.liaison.registration.internal.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.internal.store.ApplicationEntity;

/** Tells an office what the Bureau did with its application, in the transaction of the act (domain page 3.1). */
public final class ApplicationNews {
    static final Map<ApplicationState, String> RULES = Map.of(
            ApplicationState.RETURNED, "registration.application.returned",
            ApplicationState.ACCEPTED, "registration.application.accepted",
            ApplicationState.NOT_ACCEPTED, "registration.application.notaccepted",
            ApplicationState.APPROVED, "registration.application.approved",
            ApplicationState.DENIED, "registration.application.denied");

    /** A correction that ended without an answer; told by whoever finds it first, the job or the write that stores it. */
    static final String LAPSED = "registration.correction.lapsed";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Notices notices;

    public ApplicationNews(Notices notices) {
        this.notices = notices;
    }

    /** Says where a case has come to. What a reviewer sends back to the clerk is no news for the office. */
    public void moved(Unit unit, ApplicationEntity row, ApplicationState from) {
        String rule = RULES.get(row.state());
        if (rule == null || row.state() == from || backToClerk(row.state(), from)) {
            return;
        }
        notices.tell(
                unit,
                new Message(
                        rule,
                        "application",
                        row.id(),
                        row.office().id(),
                        String.valueOf(row.version()),
                        facts(row.no(), unit.today(), row.correctionDueOn())),
                office(row.office().id()));
    }

    /** Says that a case has lapsed, unless the job has said so already: rule and occasion are those of its reminder. */
    public void lapsed(Unit unit, ApplicationEntity row) {
        LocalDate due = row.correctionDueOn();
        notices.tell(
                unit,
                new Message(
                        LAPSED,
                        "application",
                        row.id(),
                        row.office().id(),
                        due.toString(),
                        Map.of("no", row.no(), "due", day(due))),
                office(row.office().id()));
    }

    private static boolean backToClerk(ApplicationState to, ApplicationState from) {
        return to == ApplicationState.ACCEPTED && from != ApplicationState.SUBMITTED;
    }

    private static Map<String, String> facts(String no, LocalDate today, LocalDate due) {
        return Map.of("no", no, "day", day(today), "due", due == null ? "" : day(due));
    }

    static List<Recipient> office(String officeId) {
        return List.of(Recipient.office(Role.FIL, officeId), Recipient.office(Role.HED, officeId));
    }

    /** A day as it stands in a sentence. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
