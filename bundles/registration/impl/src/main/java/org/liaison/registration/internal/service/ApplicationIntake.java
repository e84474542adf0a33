package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Review.Defect;
import org.liaison.registration.api.Review.Notice;
import org.liaison.registration.api.Review.Tick;
import org.liaison.registration.api.Review.Warning;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.store.ApplicationEntity;

/** What the clerk does with the papers (受理审查): compare the letter, answer warnings, give back, accept. */
final class ApplicationIntake {
    private final RuleBook book;
    private final OfficeFamily family;

    ApplicationIntake(RuleBook book, OfficeFamily family) {
        this.book = book;
        this.family = family;
    }

    Map<ApplicationEvent, ApplicationSteps.Effect> effects() {
        return Map.of(
                ApplicationEvent.TICK, this::tick,
                ApplicationEvent.ANSWER, this::answer,
                ApplicationEvent.RETURN, this::giveBack,
                ApplicationEvent.ACCEPT, this::accept,
                ApplicationEvent.SEND_TO_REVIEW, (unit, row, step) -> answered(row.review()));
    }

    private void tick(Unit unit, ApplicationEntity row, Step step) {
        Review review = row.review();
        Set<LetterContent> there = ticked(review);
        List<Tick> ticks = new ArrayList<>(review.ticks());
        for (LetterContent content : step.contents()) {
            if (there.add(content)) {
                ticks.add(new Tick(content, unit.caller().account(), unit.now()));
            }
        }
        row.review(Reviews.ticks(review, ticks));
    }

    private static Set<LetterContent> ticked(Review review) {
        return review.ticks().stream()
                .map(Tick::content)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LetterContent.class)));
    }

    private void answer(Unit unit, ApplicationEntity row, Step step) {
        Review review = row.review();
        List<Warning> warnings = new ArrayList<>(review.warnings());
        for (int i = 0; i < step.answers().size(); i++) {
            Step.Answer answer = step.answers().get(i);
            if (answer.no() < 1 || answer.no() > warnings.size()) {
                throw new Invalid("answers[" + i + "].no", "NUMBER_UNKNOWN", "没有这个编号的提示");
            }
            Warning w = warnings.get(answer.no() - 1);
            warnings.set(
                    answer.no() - 1,
                    new Warning(
                            w.no(),
                            w.path(),
                            w.code(),
                            w.message(),
                            answer.text(),
                            unit.caller().account()));
        }
        row.review(Reviews.warnings(review, warnings));
    }

    private void giveBack(Unit unit, ApplicationEntity row, Step step) {
        LocalDate today = unit.today();
        LocalDate dueOn = step.dueOn() != null
                ? step.dueOn()
                : new Deadlines(book.calendar())
                        .workingDays(today, book.number("correction.workingdays", today))
                        .dueOn();
        if (!dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(1))) {
            throw new Invalid("dueOn", "DATE_RANGE", "补正期限应在明天至一年之内");
        }
        List<Defect> defects = new ArrayList<>();
        for (Step.Defect d : step.defects()) {
            defects.add(new Defect(defects.size() + 1, d.path(), d.text(), d.rule(), null));
        }
        Review review = row.review();
        Notice notice = new Notice(review.revision(), unit.caller().account(), unit.now(), dueOn, defects);
        row.review(Reviews.notices(review, Reviews.and(review.notices(), notice)));
        row.returned(dueOn);
    }

    private void accept(Unit unit, ApplicationEntity row, Step step) {
        Review review = row.review();
        Set<LetterContent> missing = EnumSet.complementOf((EnumSet<LetterContent>) ticked(review));
        if (!missing.isEmpty()) {
            throw new Conflict(
                    "LETTER_NOT_TICKED",
                    "公函内容尚未逐项核对：" + missing.stream().map(LetterContent::label).collect(Collectors.joining("、")));
        }
        answered(review);
        family.requireFreeName(row.office());
        row.accepted(unit.today());
    }

    /** A warning never blocks the office, but the clerk does not pass it over. */
    private static void answered(Review review) {
        String open = review.warnings().stream()
                .filter(warning -> warning.answer() == null)
                .map(warning -> warning.no() + "." + warning.message())
                .collect(Collectors.joining(";"));
        if (!open.isEmpty()) {
            throw new Conflict("WARNINGS_OPEN", "尚有提示未答复：" + open);
        }
    }
}
