package org.liaison.registration.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;
import org.liaison.platform.api.Invalid;

/** One sample, changed at one place a case. */
public class SubmissionRulesTest {
    private static final JsonNode SAMPLE =
            Filings.read("sample-applications.json").get(0);

    /** Place, new value, what is found (path and code), in lines; an asterisk marks a warning. */
    private static final String CASES =
            """
            /form/name | "十堰市政府驻青岛办事处" | nameApproval.name NAME_DIFFERS, letter.name LETTER_DIFFERS
            /form/name | " 十堰市人民政府　驻青岛办事处 " |
            /form/nature | "7" | nature OUT_OF_SCOPE, letter.nature LETTER_DIFFERS
            /form/nature | "77" | nature CODE_UNKNOWN, letter.nature LETTER_DIFFERS
            /form/nonProfit | null | nonProfit NOT_DECLARED
            /form/hostCity | "370600" | hostCity OUT_OF_SCOPE
            /form/hostCity | "370100" | address.district NOT_IN_HOST_CITY, premises[0].district NOT_IN_HOST_CITY
            /form/establishmentLevel | "32" | letter.establishmentLevel LETTER_DIFFERS
            /form/funding | "7" | funding CODE_UNKNOWN
            /form/duties | [] | duties REQUIRED
            /form/duties/1/group | "D6" | duties[1].group CODE_UNKNOWN
            /form/duties/1/text | "  " | duties[1].text REQUIRED
            /form/dispatcher/kind | "9" | dispatcher.kind OUT_OF_SCOPE
            /form/dispatcher/kind | "3" | dispatcher.superior REQUIRED
            /form/dispatcher/level | "0" | dispatcher.level OUT_OF_SCOPE
            /form/dispatcher/division | "371200" | dispatcher.division DIVISION_UNKNOWN, *provincialApprovalNo PROVINCIAL_APPROVAL
            /form/dispatcher/division | "420301" | dispatcher.division DIVISION_UNKNOWN
            /form/dispatcher/division | "371400" | *provincialApprovalNo PROVINCIAL_APPROVAL
            /form/dispatcher/division | "660000" | dispatcher.division DIVISION_UNKNOWN
            /form/dispatcher/uscc | null |
            /form/dispatcher/uscc | "11420300MB8000013G" | dispatcher.uscc USCC_CHECK
            /form/dispatcher/uscc | "11370000MB9T000124" | *dispatcher.uscc USCC_INNER_CHECK
            /form/dispatcher/contact/phone | "12345" | dispatcher.contact.phone PHONE
            /form/dispatcher/contact/postcode | "1234" | dispatcher.contact.postcode POSTCODE
            /form/establishment/date | "2026-11-24" |
            /form/establishment/date | "2026-11-25" | establishment.date DATE_FUTURE
            /form/establishment/no | "十编办[2018]36号" | *establishment.no DOCUMENT_NUMBER
            /form/staffingQuota/0/number | 1000 | staffingQuota[0].number NUMBER_RANGE, letter.staffingQuota LETTER_DIFFERS
            /form/staffingQuota/0/kind | "5" | staffingQuota[0].kind CODE_UNKNOWN, letter.staffingQuota LETTER_DIFFERS
            /form/staffInPost | 7 | *staffInPost OVER_QUOTA
            /form/staffInPost | -1 | staffInPost NUMBER_RANGE
            /form/leaderQuota | 1 | *leaderQuota OVER_QUOTA
            /form/address/district | "370201" | address.district DIVISION_UNKNOWN
            /form/address/district | "370102" | address.district NOT_IN_HOST_CITY
            /form/phone | "13912345678" |
            /form/phone | "88647682" | phone PHONE
            /form/premises/0/kind | "2" | premises NO_OFFICE_PREMISES
            /form/premises/0/usableArea | 851 |
            /form/premises/0/usableArea | 851.01 | premises[0].usableArea USABLE_OVER_BUILDING
            /form/premises/0/usableArea | 1.234 | premises[0].usableArea AMOUNT
            /form/premises/0/leaseTo | "2024-07-01" | premises[0].leaseTo END_BEFORE_START
            /form/premises/0/leaseTo | "2024-07-02" |
            /form/premises/0/landlord | null | premises[0].landlord REQUIRED
            /form/premises/0/right | "4" |
            /form/premises/0/rooms/1/occupants/2 | "99" | premises[0].rooms[1].occupants[2] CODE_UNKNOWN
            /form/head/name | "高建2" | head.name PERSON_NAME
            /form/head/name | "阿依古丽·买买提" |
            /form/head/idNumber | "37010119720315901X" | head.birthDate ID_DIFFERS
            /form/head/idNumber | "610101196810279079" | head.idNumber ID_CHECK
            /form/head/idNumber | "370101198010239640" | head.sex ID_DIFFERS, head.birthDate ID_DIFFERS, deputies[0].idNumber ID_REPEATED
            /form/head/sex | "2" | head.sex ID_DIFFERS
            /form/head/birthDate | "1968-10-28" | head.birthDate ID_DIFFERS
            /form/head/mobile | "23919054935" | head.mobile MOBILE
            /form/head/appointment/date | "1985-01-01" | *head.birthDate AGE
            /form/head/cv/1/from | "1996-07" |
            /form/head/cv/1/from | "1996-08" | *head.cv CV_GAP
            /form/head/cv/1/from | "1996-05" | *head.cv CV_OVERLAP
            /form/head/cv/1/to | null | head.cv[1].to REQUIRED
            /form/head/cv/1/to | "1990-01" | head.cv[1].to END_BEFORE_START, *head.cv CV_GAP
            /form/head/cv/3/to | "2020-01" | *head.cv CV_CLOSED
            /form/deputies/0/idNumber | null |
            /form/deputies/0/sex | "1" | deputies[0].sex ID_DIFFERS
            /form/letter/name | "十堰驻青办" | letter.name LETTER_DIFFERS
            /form/letter/mainBusiness | "联络" | *letter.mainBusiness LETTER_DIFFERS
            /form/letter/mainBusiness | null | letter.mainBusiness REQUIRED
            /form/letter/staffingQuota/1/number | 3 | letter.staffingQuota LETTER_DIFFERS
            /form/letter/addressee | "山东省人民政府" | *letter.addressee ADDRESSEE
            /form/letter/no | "十政函〔2018〕116号" | *materials.M1 DOCUMENT_NUMBER_DIFFERS
            /form/commitment/issuer | "十堰市人民政府驻青岛办事处" | commitment.issuer ISSUER_IS_OFFICE
            /form/partyOrg | null |
            /form/partyOrg/kind | "9" | partyOrg.kind CODE_UNKNOWN
            /materials/1/files | [] | materials.M2 MATERIAL_MISSING
            /materials/4/files | ["id-front.png"] | materials.M3c ID_COPY_ONE_SIDE
            /materials/4/files | ["id.pdf"] |
            """;

    @Test
    public void everyRule_findsWhatItsCaseSays() {
        SoftAssertions all = new SoftAssertions();
        CASES.lines().forEach(line -> {
            String[] part = line.split(" \\| ?", -1);
            Findings found = Filings.judge(Filings.with(SAMPLE, part[0], part[1]));
            String expected = part.length > 2 ? part[2].trim() : "";
            all.assertThat(words(found)).as(line).isEqualTo(expected);
        });
        all.assertAll();
        assertThat(CASES.lines()).hasSizeGreaterThan(60);
    }

    @Test
    public void everythingAskedFor_isNamed_whenTheFormIsEmpty() {
        ObjectNode empty = SAMPLE.deepCopy();
        empty.putObject("form");
        empty.putArray("materials");
        Findings found = Filings.judge(empty);
        assertThat(found.violations())
                .extracting(v -> v.path())
                .containsExactlyInAnyOrder(
                        "name",
                        "hostCity",
                        "nonProfit",
                        "nature",
                        "establishmentLevel",
                        "mainBusiness",
                        "duties",
                        "establishment",
                        "nameApproval",
                        "phone",
                        "address",
                        "contact",
                        "dispatcher",
                        "staffingQuota",
                        "hired",
                        "staffInPost",
                        "head",
                        "premises",
                        "letter",
                        "commitment",
                        "materials.M1",
                        "materials.M2",
                        "materials.M3a",
                        "materials.M3b",
                        "materials.M3c",
                        "materials.M4",
                        "materials.M5");
        assertThat(found.violations()).allSatisfy(v -> assertThat(v.message()).matches("[\\p{IsHan}].*"));
    }

    @Test
    public void aFindingOfItsOwnPlace_comes_whenAnyFieldIsNull() {
        Set<String> optional = Set.of(
                "shortName", "funding", "leaderQuota", "departments", "deputies", "partyOrg", "provincialApprovalNo");
        SoftAssertions all = new SoftAssertions();
        Iterator<String> fields = SAMPLE.get("form").fieldNames();
        while (fields.hasNext()) {
            String field = fields.next();
            Findings found = Filings.judge(Filings.with(SAMPLE, "/form/" + field, "null"));
            boolean named = found.violations().stream().anyMatch(v -> v.path().equals(field));
            all.assertThat(named).as(field).isEqualTo(!optional.contains(field));
        }
        all.assertAll();
    }

    @Test
    public void submission_isRefused_whenItSaysOtherThanTheOpening() {
        OfficeFacts other = new OfficeFacts("十堰市驻济南办事处", "370100", "湖北省人民政府", false, List.of());
        assertThat(words(Filings.judge(SAMPLE, other)))
                .isEqualTo("name NOT_AS_OPENED, hostCity NOT_AS_OPENED, dispatcher.name NOT_AS_OPENED");
    }

    @Test
    public void corps_mayDispatch_underItsOwnCode() {
        JsonNode corps = Filings.with(SAMPLE, "/form/dispatcher/division", "\"660000\"");
        assertThat(words(Filings.judge(Filings.with(corps, "/form/dispatcher/kind", "\"8\""))))
                .isEmpty();
    }

    @Test
    public void names_countCodePoints_whenTheyHoldRareCharacters() {
        String rare = "\"" + "𬭎".repeat(50) + "\"";
        assertThat(words(Filings.judge(Filings.with(SAMPLE, "/form/head/name", rare))))
                .isEmpty();
        assertThat(words(Filings.judge(Filings.with(SAMPLE, "/form/head/name", rare.replaceFirst("𬭎", "𬭎𬭎")))))
                .isEqualTo("head.name TEXT_TOO_LONG");
    }

    @Test
    public void refusal_carriesEveryViolation() {
        Findings found = Filings.judge(Filings.with(SAMPLE, "/form/nature", "\"7\""));
        assertThatThrownBy(found::warningsOrRefuse)
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.violations()).isEqualTo(found.violations()));
        assertThat(Filings.judge(SAMPLE).warningsOrRefuse()).isEmpty();
    }

    private static String words(Findings found) {
        List<String> words = new ArrayList<>();
        found.violations().forEach(v -> words.add(v.path() + " " + v.code()));
        List<String> warned = new ArrayList<>();
        found.warnings().forEach(w -> warned.add("*" + w.path() + " " + w.code()));
        Collections.sort(warned);
        words.addAll(warned);
        return String.join(", ", words);
    }
}
