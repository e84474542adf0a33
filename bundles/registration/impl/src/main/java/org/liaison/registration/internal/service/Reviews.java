package org.liaison.registration.internal.service;

import java.util.ArrayList;
import java.util.List;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Review.Notice;
import org.liaison.registration.api.Review.Proposal;
import org.liaison.registration.api.Review.Tick;
import org.liaison.registration.api.Review.Visit;
import org.liaison.registration.api.Review.Warning;

/** The next review made of the present one: one part new, the others as they were. */
final class Reviews {
    private Reviews() {}

    /** A new revision: its warnings are numbered, ticks of the one before are worth nothing. */
    static Review revise(Review r, List<Warning> found) {
        List<Warning> numbered = new ArrayList<>();
        for (Warning w : found) {
            numbered.add(new Warning(numbered.size() + 1, w.path(), w.code(), w.message(), null, null));
        }
        return new Review(r.revision() + 1, numbered, List.of(), r.notices(), r.visits(), null);
    }

    static Review warnings(Review r, List<Warning> warnings) {
        return new Review(r.revision(), warnings, r.ticks(), r.notices(), r.visits(), r.proposal());
    }

    static Review ticks(Review r, List<Tick> ticks) {
        return new Review(r.revision(), r.warnings(), ticks, r.notices(), r.visits(), r.proposal());
    }

    static Review notices(Review r, List<Notice> notices) {
        return new Review(r.revision(), r.warnings(), r.ticks(), notices, r.visits(), r.proposal());
    }

    static Review visits(Review r, List<Visit> visits) {
        return new Review(r.revision(), r.warnings(), r.ticks(), r.notices(), visits, r.proposal());
    }

    /** @param proposal null = none any more */
    static Review propose(Review r, Proposal proposal) {
        return new Review(r.revision(), r.warnings(), r.ticks(), r.notices(), r.visits(), proposal);
    }

    /** A list with one more at its end. */
    static <T> List<T> and(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }

    /** A list with another last one. */
    static <T> List<T> replaceLast(List<T> list, T last) {
        return and(list.subList(0, list.size() - 1), last);
    }
}
