package org.liaison.registration.api;

import java.time.Instant;
import java.util.List;
import org.liaison.registration.api.Application.Material;

/**
 * What one submission froze (提交快照), domain pages 2.7 and 3.1: the form and the materials as they were filed then, whatever a
 * correction has changed since.
 *
 * @param revision 1 = the first submission; each correction is one more
 * @param at instant of the submission
 * @param sha256 hash of what was frozen, lower-case hex
 * @param form identity numbers masked
 * @param materials the materials with their files
 */
public record Submitted(int revision, Instant at, String sha256, Form form, List<Material> materials) {
    public Submitted {
        materials = List.copyOf(materials);
    }
}
