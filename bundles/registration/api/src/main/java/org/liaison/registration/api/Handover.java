package org.liaison.registration.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The hand-over of a certificate (发证).
 *
 * @param receiver name of the person who takes it (领证人), at most 50 characters
 * @param receivedOn the day, Asia/Shanghai; not before the day of issue and not after today
 * @param returnedCopies ids of copies of the certificate before that came back; null or empty when there was none
 * @param lostCopies ids of copies of the certificate before that were declared lost
 */
public record Handover(String receiver, LocalDate receivedOn, List<String> returnedCopies, List<String> lostCopies) {
    public Handover {
        returnedCopies = kept(returnedCopies);
        lostCopies = kept(lostCopies);
    }

    private static List<String> kept(List<String> copies) {
        // a null among them is somebody's mistake and is refused where the copies are known
        return copies == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(copies));
    }
}
