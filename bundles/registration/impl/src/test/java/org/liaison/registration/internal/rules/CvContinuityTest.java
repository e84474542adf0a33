package org.liaison.registration.internal.rules;

import static org.junit.Assert.assertEquals;

import java.time.YearMonth;
import java.util.List;
import org.junit.Test;
import org.liaison.registration.api.Form.CvRow;

public class CvContinuityTest {
    private static void follows(String next, boolean gap, boolean overlap) {
        List<CvRow> rows = List.of(
                new CvRow(YearMonth.of(2010, 1), YearMonth.of(2015, 12), null, null),
                new CvRow(YearMonth.parse(next), null, null, null));
        assertEquals(gap, CvContinuity.hasGap(rows));
        assertEquals(overlap, CvContinuity.hasOverlap(rows));
    }

    @Test
    public void isWhole_whenNextBeginsInTheSameOrTheFollowingMonth() {
        follows("2015-12", false, false);
        follows("2016-01", false, false);
    }

    @Test
    public void findsGapOrOverlap_whenOneMonthOff() {
        follows("2016-02", true, false);
        follows("2015-11", false, true);
    }
}
