package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.Version;
import org.liaison.registration.api.Certificate.Copy;
import org.liaison.registration.api.Certificate.Receipt;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.CopyKind;

/**
 * Version of an office's certificate (登记证), domain 2.8. Two columns kept beside the state let the database see to it that
 * an office has one certificate in force and one next at most. Every writer ends with {@link #touch}.
 */
@Entity
@Table(schema = "registration", name = "certificate")
public class CertificateEntity {
    @Id
    private String id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "office_id", updatable = false)
    private OfficeEntity office;

    @Column(name = "certificate_no", updatable = false)
    private String number;

    @Column(name = "version_no", updatable = false)
    private int versionNo;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    private CertificateState status;

    @Column(name = "live_office_id")
    private String liveOfficeId;

    @Column(name = "next_office_id")
    private String nextOfficeId;

    @Column(updatable = false)
    private String token;

    @Column(name = "claimed_by")
    private String claimedBy;

    @Embedded
    private FaceRow face;

    private String receiver;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "handed_over_by")
    private String handedOverBy;

    @Column(name = "updated_at")
    private LocalDateTime updatedAt;

    @OneToMany(mappedBy = "certificate", cascade = CascadeType.PERSIST)
    @OrderBy("copyNo")
    private List<CopyEntity> copies = new ArrayList<>();

    protected CertificateEntity() {}

    /**
     * A version to be printed: one original and so many duplicates.
     *
     * @param face number and token are the version's; its copy kind says nothing here
     */
    public CertificateEntity(
            OfficeEntity office, int versionNo, String reason, CertificateFace face, int duplicates, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.office = office;
        this.number = face.number();
        this.versionNo = versionNo;
        this.reason = reason;
        this.token = face.token();
        this.face = new FaceRow(face);
        this.updatedAt = ApplicationEntity.utc(now);
        for (int copyNo = 0; copyNo <= duplicates; copyNo++) {
            copies.add(new CopyEntity(this, copyNo));
        }
        moveTo(CertificateState.TO_PRINT);
    }

    public void moveTo(CertificateState next) {
        status = next;
        liveOfficeId = next == CertificateState.VALID ? office.id() : null;
        nextOfficeId = next == CertificateState.TO_PRINT || next == CertificateState.PRINTED ? office.id() : null;
    }

    public void receive(Receipt receipt) {
        receiver = receipt.receiver();
        receivedOn = receipt.receivedOn();
        handedOverBy = receipt.handedOverBy();
    }

    /** @param account null = nobody */
    public void claim(String account) {
        claimedBy = account;
    }

    /** Ends a write: the instant of the last change always grows, so the version moves even when nothing else did. */
    public void touch(Instant now) {
        LocalDateTime at = ApplicationEntity.utc(now);
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public OfficeEntity office() {
        return office;
    }

    public String number() {
        return number;
    }

    public int versionNo() {
        return versionNo;
    }

    public String reason() {
        return reason;
    }

    public CertificateState state() {
        return status;
    }

    public String token() {
        return token;
    }

    public String claimedBy() {
        return claimedBy;
    }

    public LocalDate issueDate() {
        return face.issueDate();
    }

    public CertificateFace face(CopyKind kind) {
        return face.toFace(number, token, kind);
    }

    /** The original first. */
    public List<CopyEntity> copies() {
        return copies;
    }

    public List<Copy> copyList() {
        return copies.stream().map(CopyEntity::toCopy).toList();
    }

    /** Null before the hand-over. */
    public Receipt receipt() {
        return receiver == null ? null : new Receipt(receiver, receivedOn, handedOverBy);
    }

    public Instant updatedAt() {
        return ApplicationEntity.instant(updatedAt);
    }
}
