package org.liaison.registration.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.registration.api.Form;

/** The official letter with its five typed contents (O-16) and the letter of commitment (O-19); domain page 2.7. */
final class LetterRules {
    private static final String BUREAU = "山东省机关事务管理局";

    private LetterRules() {}

    static void letter(Filing filing, Place form) {
        Form.Letter letter = filing.form().letter();
        if (!form.present("letter", letter)) {
            return;
        }
        Place place = form.at("letter");
        OfficeRules.number(place, "no", letter.no());
        place.past("date", letter.date());
        place.text("issuer", letter.issuer(), 120);
        if (place.text("addressee", letter.addressee(), 120) && !Names.same(letter.addressee(), BUREAU)) {
            place.warn("addressee", "ADDRESSEE", "公函主送单位应为" + BUREAU);
        }
        place.text("name", letter.name(), 120);
        place.code("nature", letter.nature(), "nature");
        place.text("mainBusiness", letter.mainBusiness(), 1000);
        place.code("establishmentLevel", letter.establishmentLevel(), "establishment-level");
        if (place.present("staffingQuota", letter.staffingQuota())) {
            for (int i = 0; i < letter.staffingQuota().size(); i++) {
                Form.LetterQuota quota = letter.staffingQuota().get(i);
                Place row = place.row("staffingQuota", i);
                row.code("kind", quota.kind(), "quota-kind");
                row.count("number", quota.number(), 999);
            }
        }
    }

    /** The main business only warns: a letter may put it in other words, and the clerk reads both. */
    static void sameAsForm(Filing filing, Place form) {
        Form f = filing.form();
        Form.Letter letter = f.letter();
        if (letter == null) {
            return;
        }
        Place place = form.at("letter");
        if (differs(letter.name(), f.name())) {
            place.refuse("name", "LETTER_DIFFERS", "公函所列名称与申请表不一致");
        }
        if (differs(letter.nature(), f.nature())) {
            place.refuse("nature", "LETTER_DIFFERS", "公函所列机构性质与申请表不一致");
        }
        if (differs(letter.establishmentLevel(), f.establishmentLevel())) {
            place.refuse("establishmentLevel", "LETTER_DIFFERS", "公函所列建制级别与申请表不一致");
        }
        if (differs(letter.mainBusiness(), f.mainBusiness())) {
            place.warn("mainBusiness", "LETTER_DIFFERS", "公函所列主要业务与申请表不一致，请核对");
        }
        if (letter.staffingQuota() != null
                && !letter.staffingQuota().isEmpty()
                && f.staffingQuota() != null
                && !f.staffingQuota().isEmpty()
                && !ofLetter(letter.staffingQuota()).equals(ofForm(f.staffingQuota()))) {
            place.refuse("staffingQuota", "LETTER_DIFFERS", "公函所列人员编制与申请表不一致");
        }
    }

    /** The dispatching unit promises, not the office (O-19). */
    static void commitment(Filing filing, Place form) {
        Form.Document paper = filing.form().commitment();
        if (!form.present("commitment", paper)) {
            return;
        }
        Place place = form.at("commitment");
        OfficeRules.number(place, "no", paper.no());
        place.past("date", paper.date());
        if (place.text("issuer", paper.issuer(), 120)
                && Names.same(paper.issuer(), filing.form().name())) {
            place.refuse("issuer", "ISSUER_IS_OFFICE", "承诺函应由派出单位出具");
        }
    }

    /** A missing side is another rule's affair. */
    private static boolean differs(String one, String other) {
        String a = Normalisation.name(one);
        String b = Normalisation.name(other);
        return a != null && b != null && !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    private static Map<String, Integer> ofLetter(List<Form.LetterQuota> rows) {
        Map<String, Integer> sums = new TreeMap<>();
        rows.forEach(row -> add(sums, row.kind(), row.number()));
        return sums;
    }

    private static Map<String, Integer> ofForm(List<Form.Quota> rows) {
        Map<String, Integer> sums = new TreeMap<>();
        rows.forEach(row -> add(sums, row.kind(), row.number()));
        return sums;
    }

    private static void add(Map<String, Integer> sums, String kind, Integer number) {
        if (kind != null && number != null && number != 0) {
            sums.merge(kind, number, Integer::sum);
        }
    }
}
