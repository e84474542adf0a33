package org.liaison.registration.internal.rules;

import java.util.List;
import org.liaison.registration.api.Form.CvRow;

/** Whether the months of a curriculum vitae (简历) follow each other; both findings only warn (domain 2.5). */
final class CvContinuity {
    private CvContinuity() {}

    /** A row begins later than the month after the one before ends. Rows without months are other rules' affair. */
    static boolean hasGap(List<CvRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (comparable(rows, i)
                    && rows.get(i).from().isAfter(rows.get(i - 1).to().plusMonths(1))) {
                return true;
            }
        }
        return false;
    }

    /** A row begins before the month in which the one before ends; the same month is a change of post. */
    static boolean hasOverlap(List<CvRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (comparable(rows, i)
                    && rows.get(i).from().isBefore(rows.get(i - 1).to())) {
                return true;
            }
        }
        return false;
    }

    private static boolean comparable(List<CvRow> rows, int i) {
        return rows.get(i).from() != null && rows.get(i - 1).to() != null;
    }
}
