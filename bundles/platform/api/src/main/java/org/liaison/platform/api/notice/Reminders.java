package org.liaison.platform.api.notice;

import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** The job that reminds (提醒作业), as an operator sees it: subjects and people, never what is said. Thread-safe. */
@ProviderType
public interface Reminders {
    /** What the job would write now ({@code platform.reminder.preview}). */
    Preview preview(Caller caller);

    /**
     * Runs the job now ({@code platform.reminder.run}).
     *
     * @return notices written
     */
    int run(Caller caller);

    /**
     * What is to be written.
     *
     * @param day the day in Asia/Shanghai
     * @param workday whether people work on it
     * @param people notices that would be written
     * @param planned the first {@code 200} reminders
     */
    record Preview(LocalDate day, boolean workday, int people, List<Planned> planned) {
        public Preview {
            planned = List.copyOf(planned);
        }
    }

    /**
     * One reminder that is to be written.
     *
     * @param people how many people it would tell
     */
    record Planned(String rule, String subject, String subjectId, LocalDate dueOn, int people) {}
}
