package org.liaison.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class StatementsTest {
    private static final String HEAD =
            "Wed Nov 25 14:08:31 UTC 2026 Thread[qtp-1,5,main] (XID = 166), (SESSIONID = 1), (DATABASE = x), (DRDAID = null), ";

    @Test
    public void parse_groupsByTransaction_andReadsValuesOverSeveralLines() {
        List<Statements.Transaction> found = Statements.parse(HEAD
                + "Executing prepared statement: insert into t\nvalues(?,?,?) :End prepared statement with 3 parameters "
                + "begin parameter #1: a\nb :end parameter begin parameter #2: CLOB(3) :end parameter "
                + "begin parameter #3: null :end parameter \n"
                + HEAD + "Committing\n" + HEAD + "Executing prepared statement: VALUES 1 :End prepared statement\n"
                + HEAD + "Rolling back\n");
        assertThat(found).hasSize(2);
        assertThat(found.get(0).committed()).isTrue();
        assertThat(found.get(0).writes()).isTrue();
        assertThat(found.get(0).statements().get(0).values()).containsExactly("a\nb", "xxx", null);
        assertThat(found.get(1).statements().get(0).isValidation()).isTrue();
        assertThat(found.get(1).writes()).isFalse();
    }

    @Test
    public void parse_leavesTimersOut() {
        assertThat(Statements.parse(HEAD.replace("qtp-1", "liaison-sealer")
                        + "Executing prepared statement: update t set a=1 :End prepared statement\n"))
                .isEmpty();
    }
}
