package org.liaison.platform.api.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that is due (待办期限).
 *
 * @param subject type of the thing, e.g. {@code application}
 * @param subjectId its id
 * @param officeId office it belongs to; null for things of no office
 * @param dueOn last day, in Asia/Shanghai
 * @param reminders when to remind whom, in any order; days that have not come yet may be among them
 */
public record Duty(String subject, String subjectId, String officeId, LocalDate dueOn, List<Reminder> reminders) {
    public Duty {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(dueOn, "dueOn");
        reminders = List.copyOf(reminders);
    }

    /**
     * One reminder (提醒), sent once a person. Of the reminders whose day has come only the last is sent, so a platform that
     * was away for a week does not send seven. On a rest day none is sent unless the duty itself is due on it; the next
     * working day sends it then (domain page 4.5).
     *
     * @param rule name of the words, as in {@link Message}
     * @param occasion tells one reminder of the rule from the others, e.g. {@code 2026-03-19/5}, at most 60 characters
     * @param on first day to send it
     * @param to who is reminded
     * @param facts what the words leave open
     */
    public record Reminder(String rule, String occasion, LocalDate on, List<Recipient> to, Map<String, String> facts) {
        public Reminder {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(occasion, "occasion");
            Objects.requireNonNull(on, "on");
            to = List.copyOf(to);
            facts = Map.copyOf(facts);
        }
    }
}
