package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
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
import org.liaison.registration.api.Application.Warning;
import org.liaison.registration.api.ApplicationState;

/**
 * Row of a filing application (备案登记申请), domain 2.7. Form and snapshot are JSON with references in place of identity
 * numbers. Every writer ends with {@link #touch}, which moves the version whatever else was written.
 */
@Entity
@Table(schema = "registration", name = "application")
public class ApplicationEntity {
    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "app_no")
    private String no;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "office_id")
    private OfficeEntity office;

    @Column(name = "live_office_id")
    private String liveOfficeId;

    private String source;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @Column(name = "claimed_by")
    private String claimedBy;

    private String author;

    @Lob
    private String form;

    @Lob
    private String warnings;

    @Lob
    private String snapshot;

    @Column(name = "snapshot_sha256")
    private String snapshotSha256;

    @Column(name = "submitted_first_at")
    private LocalDateTime submittedFirstAt;

    @Column(name = "decision_no")
    private String decisionNo;

    @Column(name = "decision_date")
    private LocalDate decisionDate;

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

    /** What submission records; number and first instant stay those of the first time. */
    public void submit(String number, Instant now, String frozen, String sha256, List<Warning> found) {
        if (no == null) {
            no = number;
            submittedFirstAt = utc(now);
        }
        snapshot = frozen;
        snapshotSha256 = sha256;
        warnings = FormJson.write(found);
    }

    /** The decision ends the application: the office may have another one then. */
    public void decide(String number, LocalDate day) {
        decisionNo = number;
        decisionDate = day;
        liveOfficeId = null;
    }

    public List<Warning> warnings() {
        return warnings == null ? List.of() : FormJson.warnings(warnings);
    }

    public void moveTo(ApplicationState next) {
        state = next;
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
        return no;
    }

    public OfficeEntity office() {
        return office;
    }

    public String source() {
        return source;
    }

    public ApplicationState state() {
        return state;
    }

    public String claimedBy() {
        return claimedBy;
    }

    public String form() {
        return form;
    }

    public String snapshotSha256() {
        return snapshotSha256;
    }

    public Instant submittedFirstAt() {
        return instant(submittedFirstAt);
    }

    public String decisionNo() {
        return decisionNo;
    }

    public LocalDate decisionDate() {
        return decisionDate;
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
