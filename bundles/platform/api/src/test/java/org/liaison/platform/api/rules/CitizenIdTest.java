package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class CitizenIdTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Set<String> DIVISIONS = Vectors.divisions();

    @Test
    public void agreesWithEveryVector() {
        List<String[]> rows = Vectors.rows("citizen-id.csv");
        assertThat(rows).hasSize(31);
        for (String[] row : rows) {
            CitizenId id = parse(row[0]);
            assertThat(id.checked().level().name()).as(row[0]).isEqualTo(row[1]);
            assertThat(id.sex() == null ? "" : id.sex().name()).as(row[0]).isEqualTo(row[2]);
            assertThat(id.birth() == null ? "" : id.birth().toString())
                    .as(row[0])
                    .isEqualTo(row[3]);
        }
    }

    @Test
    public void givesSexAndBirth_whenRight() {
        assertRight("37010119720315901X", CitizenId.Sex.M, "1972-03-15");
        assertRight("370201196807299022", CitizenId.Sex.F, "1968-07-29");
        assertRight("320101198002299038", CitizenId.Sex.M, "1980-02-29");
        assertRight("330101197512319040", CitizenId.Sex.F, "1975-12-31");
        assertRight("44010119660606908X", CitizenId.Sex.F, "1966-06-06");
    }

    @Test
    public void namesTheRule_whenWrong() {
        assertThat(code("370101197203159019")).isEqualTo("ID_CHECK");
        assertThat(code("370101197102299013")).isEqualTo("ID_BIRTH");
        assertThat(code("990101197203159015")).isEqualTo("ID_DIVISION");
        assertThat(code("370101720315901")).isEqualTo("ID_LENGTH");
        assertThat(code("370101209912319018")).isEqualTo("ID_FUTURE");
        assertThat(code("3701011972031590XX")).isEqualTo("ID_CHARACTER");
        assertThat(code("")).isEqualTo("ID_LENGTH");
        assertThat(code(null)).isEqualTo("ID_LENGTH");
    }

    @Test
    public void judgesTheFutureByTheDayGiven() {
        String id = "370101198704069850";
        LocalDate birth = LocalDate.of(1987, 4, 6);
        assertThat(CitizenId.parse(id, DIVISIONS::contains, birth).checked().ok())
                .isTrue();
        assertThat(CitizenId.parse(id, DIVISIONS::contains, birth.minusDays(1))
                        .checked()
                        .code())
                .isEqualTo("ID_FUTURE");
    }

    @Test
    public void keepsTheTypedDay_whenBornOnADayThatDaylightSavingBegan() {
        assertRight(number("37010119860504901"), CitizenId.Sex.M, "1986-05-04");
        assertRight(number("37010119910414902"), CitizenId.Sex.F, "1991-04-14");
    }

    @Test
    public void acceptsARetiredDivision_whenItOnceExisted() {
        assertThat(DIVISIONS).contains("371202");
        assertRight(number("37120219800101901"), CitizenId.Sex.M, "1980-01-01");
    }

    @Test
    public void hidesTheNumber_inItsTextForm() {
        assertThat(parse("37010119720315901X").toString())
                .doesNotContain("19720315")
                .contains("901X");
    }

    /** Appends the check character by the other known way, ISO 7064 MOD 11-2. */
    private static String number(String first17) {
        int p = 0;
        for (char c : first17.toCharArray()) {
            p = (p + c - '0') * 2 % 11;
        }
        int check = (12 - p) % 11;
        return first17 + (check == 10 ? "X" : check);
    }

    private static void assertRight(String typed, CitizenId.Sex sex, String birth) {
        CitizenId id = parse(typed);
        assertThat(id.checked()).as(typed).isEqualTo(Checked.OK);
        assertThat(id.sex()).isEqualTo(sex);
        assertThat(id.birth()).isEqualTo(birth);
    }

    private static CitizenId parse(String typed) {
        return CitizenId.parse(typed, DIVISIONS::contains, TODAY);
    }

    private static String code(String typed) {
        return parse(typed).checked().code();
    }
}
