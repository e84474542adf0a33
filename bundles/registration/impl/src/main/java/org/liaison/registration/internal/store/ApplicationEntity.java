package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Lob;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Version;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Review;

/**
 * Row of a filing application (备案登记申请), domain 2.7. Form, snapshots and review are JSON; the form holds references in place
 * of identity numbers. Every writer ends with {@link #touch}, which moves the version whatever else was written.
 */
@Entity
@Table(schema = "registration", name = "application")
public class ApplicationEntity {
    @Id
    private String id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "office_id")
    private OfficeEntity office;

    @Column(name = "live_office_id")
    private String liveOfficeId;

    private String source;

    @Column(name = "legacy_cert_no")
    private String legacyCertificateNo;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @Column(name = "claimed_by")
    private String claimedBy;

    private String author;

    @Lob
    private String form;

    @Lob
    private String review;

    /** Event of the review's proposal, for lists. */
    @Enumerated(EnumType.STRING)
    private ApplicationEvent proposed;

    @Embedded
    private Submission submission;

    @Embedded
    private Progress progress;

    @Embedded
    private Decision decision;

    @Column(name = "updated_at")
    private LocalDateTime updatedAt;

    @ElementCollection
    @CollectionTable(
            schema = "registration",
            name = "application_material",
            joinColumns = @JoinColumn(name = "application_id"))
    private List<MaterialRow> materials = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            schema = "registration",
            name = "application_opinion",
            joinColumns = @JoinColumn(name = "application_id"))
    private List<OpinionRow> opinions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            schema = "registration",
            name = "application_submission",
            joinColumns = @JoinColumn(name = "application_id"))
    private List<FrozenRow> submissions = new ArrayList<>();

    protected ApplicationEntity() {}

    /** A draft. */
    public ApplicationEntity(String id, OfficeEntity office, String source, String author, String form, Instant now) {
        this.id = id;
        this.office = office;
        this.liveOfficeId = office.id();
        this.source = source;
        this.state = ApplicationState.DRAFT;
        this.author = author;
        this.form = form;
        this.updatedAt = utc(now);
    }

    /** An office of old starts with the number of its old certificate. */
    public void legacy(String certificateNo) {
        legacyCertificateNo = certificateNo;
    }

    public void putForm(String json) {
        form = json;
    }

    public void putMaterial(String code, String documentNo, LocalDate documentDate) {
        materials.removeIf(row -> row.code().equals(code));
        materials.add(new MaterialRow(code, documentNo, documentDate));
    }

    public void addOpinion(Opinion opinion) {
        opinions.add(new OpinionRow(opinions.size() + 1, opinion));
    }

    /**
     * What submission records; number and first instant stay those of the first time.
     *
     * @param number taken only the first time
     * @param revision of this submission
     */
    public void submit(String number, int revision, Instant now, LocalDate today, String frozen, String sha256) {
        boolean first = submission == null || submission.no() == null;
        submission = new Submission(
                first ? number : submission.no(), first ? utc(now) : submission.firstAt(), today, sha256);
        submissions.add(new FrozenRow(revision, utc(now), frozen, sha256));
    }

    public void returned(LocalDate dueOn) {
        progress = progress().returned(dueOn);
    }

    public void accepted(LocalDate day) {
        progress = progress().accepted(day);
    }

    public void prolong(LocalDate day) {
        progress = progress().prolonged(day);
    }

    /** The provider reads a group whose columns are all empty as null. */
    private Progress progress() {
        return progress == null ? Progress.none() : progress;
    }

    public void decide(String number, LocalDate day) {
        decision = new Decision(number, day);
    }

    public void review(Review next) {
        review = FormJson.write(next);
        proposed = next.proposal() == null ? null : next.proposal().event();
    }

    public void moveTo(ApplicationState next) {
        state = next;
    }

    /** At its end: the office may have another application. */
    public void close() {
        liveOfficeId = null;
    }

    /** @param account null = nobody */
    public void claim(String account) {
        claimedBy = account;
    }

    /** Ends a write: the instant of the last change always grows, so the version moves even when nothing else did. */
    public void touch(Instant now) {
        LocalDateTime at = utc(now);
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String no() {
        return submission == null ? null : submission.no();
    }

    public OfficeEntity office() {
        return office;
    }

    public String source() {
        return source;
    }

    public String legacyCertificateNo() {
        return legacyCertificateNo;
    }

    /** The state as stored; time may have moved it on, see {@link #stateOn}. */
    public ApplicationState state() {
        return state;
    }

    /** The state of a day: a return whose due date has passed is LAPSED (common rule f). */
    public ApplicationState stateOn(LocalDate today) {
        return on(state, progress().correctionDueOn(), today);
    }

    static ApplicationState on(ApplicationState stored, LocalDate correctionDueOn, LocalDate today) {
        boolean past = stored == ApplicationState.RETURNED && today.isAfter(correctionDueOn);
        return past ? ApplicationState.LAPSED : stored;
    }

    public String claimedBy() {
        return claimedBy;
    }

    public String form() {
        return form;
    }

    public Review review() {
        return review == null ? Review.NONE : FormJson.read(review, Review.class);
    }

    /** What one submission froze. */
    public Optional<FrozenRow> submission(int revision) {
        return submissions.stream().filter(row -> row.revision() == revision).findFirst();
    }

    /** Hash of what the last submission froze. */
    public String snapshotSha256() {
        return submission == null ? null : submission.sha256();
    }

    public Instant submittedFirstAt() {
        return submission == null ? null : instant(submission.firstAt());
    }

    public LocalDate submittedOn() {
        return submission == null ? null : submission.submittedOn();
    }

    public LocalDate correctionDueOn() {
        return progress().correctionDueOn();
    }

    public LocalDate acceptedOn() {
        return progress().acceptedOn();
    }

    public boolean extended() {
        return progress().extended();
    }

    public String decisionNo() {
        return decision == null ? null : decision.no();
    }

    public LocalDate decisionDate() {
        return decision == null ? null : decision.day();
    }

    /** By code: M1, M2, M3a and so on. */
    public List<MaterialRow> materials() {
        return materials.stream()
                .sorted(Comparator.comparing(MaterialRow::code))
                .toList();
    }

    /** In the order they were given. */
    public List<Opinion> opinions() {
        return opinions.stream()
                .sorted(Comparator.comparing(OpinionRow::place))
                .map(OpinionRow::toOpinion)
                .toList();
    }

    static Instant instant(LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant at) {
        // both databases keep microseconds
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
