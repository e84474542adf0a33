package org.liaison.registration.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What has gathered around an application on its way (办理情况), domain page 3.1. Lists are in order of time; nothing is taken
 * away but ticks and warnings, which belong to one revision.
 *
 * @param revision 0 before the first submission, 1 with it, one more with each correction
 * @param warnings what the clerk has to look at in this revision
 * @param ticks contents of the letter that agree with the scan, of this revision
 * @param notices notices of return, the last one is the present one
 * @param visits on-site checks, the last one is the present one
 * @param proposal step that waits for another person; null = none
 */
public record Review(
        int revision,
        List<Warning> warnings,
        List<Tick> ticks,
        List<Notice> notices,
        List<Visit> visits,
        Proposal proposal) {
    /** Before the first submission. */
    public static final Review NONE = new Review(0, List.of(), List.of(), List.of(), List.of(), null);

    public Review {
        warnings = List.copyOf(warnings);
        ticks = List.copyOf(ticks);
        notices = List.copyOf(notices);
        visits = List.copyOf(visits);
    }

    /**
     * A warning (提示): it never blocks the office; the clerk answers it before accepting or sending on.
     *
     * @param no number in its revision, from 1; 0 before it is kept
     * @param path field path, or {@code materials.CODE}
     * @param answer the clerk's words; null = not yet answered
     * @param answeredBy account; null = not yet answered
     */
    public record Warning(int no, String path, String code, String message, String answer, String answeredBy) {
        /** A warning just found. */
        public static Warning found(String path, String code, String message) {
            return new Warning(0, path, code, message, null, null);
        }
    }

    /** One content of the letter that agrees with the scan (O-16), who compared it and when. */
    public record Tick(LetterContent content, String account, Instant at) {}

    /**
     * Notice of return (补正通知), all defects in one list.
     *
     * @param revision the revision it speaks of
     * @param by account of the clerk
     * @param dueOn last day of the correction, Asia/Shanghai
     */
    public record Notice(int revision, String by, Instant at, LocalDate dueOn, List<Defect> defects) {
        public Notice {
            defects = List.copyOf(defects);
        }
    }

    /**
     * A defect (补正事项).
     *
     * @param no number in its notice, from 1
     * @param path field path, or {@code materials.CODE}
     * @param rule basis; may be null
     * @param answer the office's words; null = not yet answered
     */
    public record Defect(int no, String path, String text, String rule, String answer) {}

    /**
     * An on-site check (现场核实) by two persons.
     *
     * @param askedBy account of the reviewer
     * @param members the two accounts
     * @param findings what they found; null before the report
     * @param note words of the report; may be null
     * @param reportedBy the member who wrote it; null before; the other one confirms
     */
    public record Visit(
            String askedBy,
            Instant askedAt,
            String reason,
            List<String> members,
            Step.Findings findings,
            String note,
            String reportedBy) {
        public Visit {
            members = List.copyOf(members);
        }
    }

    /** A step proposed that another person confirms or rejects (待确认事项); the state does not move meanwhile. */
    public record Proposal(ApplicationEvent event, String account, String name, Instant at, String text) {}
}
