package org.liaison.registration.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.OpenOffice;

/**
 * Whether a filing may be submitted: what was typed is judged here, the papers at intake (domain page 3.1; regulation 一（二）,
 * 三（二）, 四（二）). A table of small rules; each is asked, so that a refusal names every path at once. Stateless.
 */
public final class SubmissionRules {
    private static final List<Rule> RULES = List.of(
            OfficeRules::sameAsOpened,
            OfficeRules::inScope,
            OfficeRules::besides,
            OfficeRules::office,
            OfficeRules::approvals,
            OfficeRules::reachable,
            (filing, form) -> DispatcherRules.whole(filing.form().dispatcher(), form),
            DispatcherRules::ownProvince,
            StaffRules::quota,
            StaffRules::departments,
            PersonRules::head,
            PersonRules::curriculum,
            PersonRules::deputies,
            PremisesRules::premises,
            LetterRules::letter,
            LetterRules::sameAsForm,
            LetterRules::commitment,
            MaterialRules::complete,
            MaterialRules::sameAsForm);

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9._-]{2,50}");

    private SubmissionRules() {}

    /**
     * Judges a filing.
     *
     * @param form the form with full identity numbers, not masked ones
     * @param materials the materials with their files
     * @param office what the office was opened with
     * @param today the day in Asia/Shanghai
     */
    public static Findings check(
            Form form, List<Material> materials, OfficeFacts office, RuleBook book, LocalDate today) {
        Filing filing = new Filing(form, materials, office, book, today);
        Place place = Place.root(book, today);
        RULES.forEach(rule -> rule.look(filing, place));
        return place.findings();
    }

    /** Judges what an office is to be opened with, with the same paths as the form. */
    public static Findings checkOpening(OpenOffice request, RuleBook book, LocalDate today) {
        Place place = Place.root(book, today);
        place.text("name", request.name(), 120);
        OfficeRules.hostCity(request.hostCity(), place);
        DispatcherRules.opening(request.dispatcher(), place);
        place.text("letterNo", request.letterNo(), 60);
        place.past("letterDate", request.letterDate());
        if (place.present("headAccount", request.headAccount())) {
            place.shape("headAccount", request.headAccount(), ACCOUNT, "ACCOUNT_FORM", "账户名应为2至50个小写字母、数字或 . _ -");
        }
        if (request.headName() != null) {
            PersonRules.name("headName", request.headName(), place);
        }
        return place.findings();
    }
}
