package org.liaison.registration.api;

import java.time.LocalDate;
import java.util.List;

/**
 * One event fired on an application with what it needs (办理动作). What an event does not need is refused.
 *
 * @param event any but CREATE, ENTER_LEGACY and LAPSE
 * @param text opinion, reason or answer in words, at most 500 characters; asked where a person has to be told why
 * @param colleague account: of REASSIGN
 * @param dueOn last day of the correction, Asia/Shanghai: of RETURN; null = 15 working days (setting
 *     {@code correction.workingdays})
 * @param defects every defect at once: of RETURN
 * @param answers by number: to the defects with RESUBMIT, to the warnings with ANSWER
 * @param contents what of the letter agrees with the scan: of TICK
 * @param members accounts of the two who go: of ASK_ONSITE
 * @param findings what the two found: of REPORT_ONSITE
 */
public record Step(
        ApplicationEvent event,
        String text,
        String colleague,
        LocalDate dueOn,
        List<Defect> defects,
        List<Answer> answers,
        List<LetterContent> contents,
        List<String> members,
        Findings findings) {
    public Step {
        defects = defects == null ? List.of() : List.copyOf(defects);
        answers = answers == null ? List.of() : List.copyOf(answers);
        contents = contents == null ? List.of() : List.copyOf(contents);
        members = members == null ? List.of() : List.copyOf(members);
    }

    /** An event that needs words at most. */
    public static Step of(ApplicationEvent event, String text) {
        return new Step(event, text, null, null, null, null, null, null, null);
    }

    /** RETURN with every defect; due date null = the default. */
    public static Step giveBack(LocalDate dueOn, List<Defect> defects) {
        return new Step(ApplicationEvent.RETURN, null, null, dueOn, defects, null, null, null, null);
    }

    /** RESUBMIT or ANSWER. */
    public static Step answer(ApplicationEvent event, List<Answer> answers) {
        return new Step(event, null, null, null, null, answers, null, null, null);
    }

    /** TICK. */
    public static Step tick(List<LetterContent> contents) {
        return new Step(ApplicationEvent.TICK, null, null, null, null, null, contents, null, null);
    }

    /** REASSIGN. */
    public static Step reassign(String colleague) {
        return new Step(ApplicationEvent.REASSIGN, null, colleague, null, null, null, null, null, null);
    }

    /** ASK_ONSITE. */
    public static Step askOnSite(String reason, List<String> members) {
        return new Step(ApplicationEvent.ASK_ONSITE, reason, null, null, null, null, null, members, null);
    }

    /** REPORT_ONSITE. */
    public static Step reportOnSite(String text, Findings findings) {
        return new Step(ApplicationEvent.REPORT_ONSITE, text, null, null, null, null, null, null, findings);
    }

    /**
     * A defect (补正事项).
     *
     * @param path field path, or {@code materials.CODE}
     * @param text what is wrong and what to do, at most 500 characters
     * @param rule basis, e.g. {@code 三（二）1}; may be null, at most 100
     */
    public record Defect(String path, String text, String rule) {}

    /** An answer to the defect or warning of this number, 1 to 500 characters. */
    public record Answer(int no, String text) {}

    /**
     * What was found on site (现场核实情况).
     *
     * @param visitedOn day of the visit, Asia/Shanghai
     * @param signText text on the sign (标识), O-31
     * @param rooms what was found of the rooms, at most 1,000 characters
     */
    public record Findings(LocalDate visitedOn, String signText, String rooms) {}
}
