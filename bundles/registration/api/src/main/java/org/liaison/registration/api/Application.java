package org.liaison.registration.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.rules.CodeOf;

/**
 * A filing application (备案登记申请), domain pages 2.7 and 3.1; regulation 三（一）, 三（二）.
 *
 * @param id row id
 * @param version row version for optimistic locking; send it back as If-Match or expectedVersion
 * @param no application number {@code SQ-YYYYMMDD-NNNN}; null before the first submission
 * @param officeId the office it is for
 * @param source code of list source: ONLINE, LEGACY or LEGACY_IMPORT
 * @param state present state
 * @param events workflow events that the present state and the caller's role allow
 * @param submittedFirstAt instant of the first submission; null in a draft
 * @param snapshotSha256 hash of the form and materials frozen at submission, lower-case hex; null in a draft
 * @param claimedBy account that holds the case in its present step; null = nobody
 * @param form what was filed; identity numbers masked
 * @param materials the materials with their files
 * @param opinions what was done and said, in order
 * @param review what has gathered on its way; never null
 * @param decisionNo decision number (发文字号), null before approval
 * @param decisionDate day of the decision, Asia/Shanghai; null before approval
 * @param registrationNo registration number (登记编号) of the office, null before approval
 * @param certificateNo number of the certificate (登记证号), null before approval
 * @param legacyCertificateNo number of the old certificate of an office of old; else null
 * @param light the clock that runs now; null = none
 * @param timeliness how soon after the establishment it was filed; null while the approval's day is not typed
 */
public record Application(
        String id,
        long version,
        String no,
        String officeId,
        @CodeOf("source") String source,
        ApplicationState state,
        List<ApplicationEvent> events,
        Instant submittedFirstAt,
        String snapshotSha256,
        String claimedBy,
        Form form,
        List<Material> materials,
        Review review,
        List<Opinion> opinions,
        String decisionNo,
        LocalDate decisionDate,
        String registrationNo,
        String certificateNo,
        String legacyCertificateNo,
        Light light,
        Timeliness timeliness) {

    /**
     * A material (备案材料) of list material.
     *
     * @param code M1, M2, M3a, M3b, M3c, M4 or M5
     * @param documentNo number of the document; may be null
     * @param documentDate its day; may be null
     * @param files its files in the order of upload
     */
    public record Material(
            @CodeOf("material") String code, String documentNo, LocalDate documentDate, List<MaterialFile> files) {}

    /** A file of a material: size in bytes, SHA-256 in lower-case hex, media type by content. */
    public record MaterialFile(String id, String fileName, long size, String sha256, String mediaType) {}

    /**
     * What one person did and said (办理意见).
     *
     * @param role in which the person acted
     * @param state state after it; the same as before when it was a proposal or an act in place
     */
    public record Opinion(
            ApplicationEvent event,
            String account,
            String name,
            Instant at,
            String text,
            Role role,
            ApplicationState state) {}

    /**
     * How soon after its establishment an office was filed (及时), domain page 4.4: a figure, never a ground to refuse.
     *
     * @param approvedOn day of the establishment approval
     * @param days calendar days from it to the first submission, or to today in a draft
     * @param limit setting {@code filing.timely.days}
     * @param late more days than the limit: shown in yellow
     */
    public record Timeliness(LocalDate approvedOn, long days, int limit, boolean late) {}
}
