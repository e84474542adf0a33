package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class UsccTest {
    @Test
    public void agreesWithEveryVector() {
        List<String[]> rows = Vectors.rows("uscc.csv");
        assertThat(rows).hasSize(30);
        for (String[] row : rows) {
            assertThat(Uscc.parse(row[0]).checked().level().name()).as(row[0]).isEqualTo(row[1]);
        }
    }

    @Test
    public void accepts_whenBothCheckCharactersAreRight() {
        for (String valid : List.of(
                "11370000MB9T000111",
                "12370100MB9T0002XT",
                "12320500MB9T00038T",
                "12370200MB90001030",
                "11370000MB800003XG",
                "91110000600037341L")) {
            assertThat(Uscc.parse(valid).checked()).as(valid).isEqualTo(Checked.OK);
        }
    }

    @Test
    public void namesTheRule_whenRefused() {
        assertThat(code("11370000MB9T000112")).isEqualTo("USCC_CHECK");
        assertThat(code("11370000IB9T000111")).isEqualTo("USCC_CHARACTER");
        assertThat(code("11730000MB9T000111")).isEqualTo("USCC_CHECK");
        assertThat(code("11370000MB9T00011")).isEqualTo("USCC_LENGTH");
        assertThat(code("11370A00MB9T000111")).isEqualTo("USCC_DIVISION");
        assertThat(code("")).isEqualTo("USCC_LENGTH");
        assertThat(code(null)).isEqualTo("USCC_LENGTH");
        assertThat(code("11370000MB9T00𠮷111")).isEqualTo("USCC_CHARACTER");
    }

    @Test
    public void warnsOnly_whenTheInnerCheckIsWrong() {
        Checked found = Uscc.parse("11370000MB9T000124").checked();
        assertThat(found.level()).isEqualTo(Checked.Level.WARNING);
        assertThat(found.refused()).isFalse();
        assertThat(found.ok()).isFalse();
        assertThat(found.code()).isEqualTo("USCC_INNER_CHECK");
    }

    @Test
    public void normalises_butNeverTurnsAnOIntoAZero() {
        assertThat(Uscc.parse(" １１370000-mb9t-000111 ").value()).isEqualTo("11370000MB9T000111");
        assertThat(Uscc.parse("1137OOOOMB9T000111").value()).isEqualTo("1137OOOOMB9T000111");
        assertThat(code("1137OOOOMB9T000111")).isEqualTo("USCC_CHARACTER");
    }

    private static String code(String typed) {
        return Uscc.parse(typed).checked().code();
    }
}
