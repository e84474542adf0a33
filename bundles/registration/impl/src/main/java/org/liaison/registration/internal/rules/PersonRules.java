package org.liaison.registration.internal.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.platform.api.rules.CitizenId;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.registration.api.Form;

/** Head and deputies: identity, appointment, curriculum vitae (O-18); domain pages 2.5 and 2.19. */
final class PersonRules {
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}+(·\\p{IsHan}+)*");
    private static final int YOUNGEST = 18;
    private static final int OLDEST = 65;

    private PersonRules() {}

    static void name(String field, String name, Place place) {
        if (place.text(field, name, 50)
                && !NAME.matcher(Normalisation.name(name)).matches()) {
            place.refuse(field, "PERSON_NAME", "姓名应为汉字，中间可用“·”");
        }
    }

    static void head(Filing filing, Place form) {
        Form.Head head = filing.form().head();
        if (!form.present("head", head)) {
            return;
        }
        Place place = form.at("head");
        name("name", head.name(), place);
        place.present("idNumber", head.idNumber());
        identity(place, head.idNumber(), head.sex(), head.birthDate());
        OfficeRules.mobile(place, head.mobile());
        service(place, head.staffKind(), head.politicalStatus(), head.post(), head.inPostFrom());
        place.optionalCode("ethnicGroup", head.ethnicGroup(), "ethnic-group");
        place.optionalCode("education", head.education(), "education");
        place.optionalCode("leadershipRank", head.leadershipRank(), "leadership-rank");
        if (place.present("appointment", head.appointment())) {
            Place appointment = place.at("appointment");
            OfficeRules.number(appointment, "no", head.appointment().no());
            appointment.past("date", head.appointment().date());
            appointment.text("authority", head.appointment().authority(), 120);
            age(place, head.birthDate(), head.appointment().date());
        }
    }

    static void curriculum(Filing filing, Place form) {
        Form.Head head = filing.form().head();
        if (head == null) {
            return;
        }
        Place place = form.at("head");
        List<Form.CvRow> rows = head.cv();
        if (!place.present("cv", rows)) {
            return;
        }
        int last = rows.size() - 1;
        for (int i = 0; i <= last; i++) {
            Form.CvRow row = rows.get(i);
            Place at = place.row("cv", i);
            at.present("from", row.from());
            at.text("unit", row.unit(), 120);
            at.text("post", row.post(), 60);
            if (i < last) {
                at.present("to", row.to());
            }
            if (row.from() != null && row.to() != null && row.to().isBefore(row.from())) {
                at.refuse("to", "END_BEFORE_START", "截止年月早于起始年月");
            }
        }
        if (rows.get(last).to() != null) {
            place.warn("cv", "CV_CLOSED", "简历最后一行应为现任职务，截止年月留空");
        }
        if (CvContinuity.hasGap(rows)) {
            place.warn("cv", "CV_GAP", "简历有间断，请核对");
        }
        if (CvContinuity.hasOverlap(rows)) {
            place.warn("cv", "CV_OVERLAP", "简历有重叠，请核对");
        }
    }

    static void deputies(Filing filing, Place form) {
        List<Form.Deputy> deputies = filing.form().deputies();
        Set<String> numbers = new HashSet<>();
        if (filing.form().head() != null) {
            numbers.add(Normalisation.code(filing.form().head().idNumber()));
        }
        for (int i = 0; deputies != null && i < deputies.size(); i++) {
            Form.Deputy deputy = deputies.get(i);
            Place place = form.row("deputies", i);
            name("name", deputy.name(), place);
            identity(place, deputy.idNumber(), deputy.sex(), deputy.birthDate());
            if (!blank(deputy.idNumber()) && !numbers.add(Normalisation.code(deputy.idNumber()))) {
                place.refuse("idNumber", "ID_REPEATED", "身份证号与本机构其他人员重复");
            }
            if (!blank(deputy.mobile())) {
                OfficeRules.mobile(place, deputy.mobile());
            }
            service(place, deputy.staffKind(), deputy.politicalStatus(), deputy.post(), deputy.inPostFrom());
            place.optionalCode("ethnicGroup", deputy.ethnicGroup(), "ethnic-group");
        }
    }

    /** Sex and birth are compared only with a number that is right: a wrong one says nothing about them. */
    private static void identity(Place place, String number, String sex, LocalDate birth) {
        boolean sexRead = place.code("sex", sex, "sex");
        boolean birthRead = place.past("birthDate", birth);
        if (blank(number)) {
            return;
        }
        CitizenId id = CitizenId.parse(number, place.book()::divisionEverAssigned, place.today());
        place.take("idNumber", id.checked());
        if (!id.checked().ok()) {
            return;
        }
        if (sexRead && !sex.equals(id.sex() == CitizenId.Sex.M ? "1" : "2")) {
            place.refuse("sex", "ID_DIFFERS", "性别与身份证号不符");
        }
        if (birthRead && !birth.equals(id.birth())) {
            place.refuse("birthDate", "ID_DIFFERS", "出生日期与身份证号不符");
        }
    }

    private static void service(Place place, String kind, String status, String post, LocalDate from) {
        place.code("staffKind", kind, "staff-kind");
        place.code("politicalStatus", status, "political-status");
        place.text("post", post, 60);
        place.past("inPostFrom", from);
    }

    private static void age(Place place, LocalDate birth, LocalDate appointed) {
        if (birth == null || appointed == null) {
            return;
        }
        int age = Period.between(birth, appointed).getYears();
        if (age < YOUNGEST || age > OLDEST) {
            place.warn("birthDate", "AGE", "任命时年龄不在" + YOUNGEST + "至" + OLDEST + "岁之间，请核对");
        }
    }

    private static boolean blank(String value) {
        return value == null || Normalisation.text(value).isEmpty();
    }
}
