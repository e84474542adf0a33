package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.CascadeType;
import javax.persistence.Column;
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
import org.liaison.registration.api.Certificate.Copy;
import org.liaison.registration.api.CopyKind;

/**
 * A copy of a certificate (正副本). It carries the certificate's office and token, which the database compares, so that
 * neither can change once there are copies.
 */
@Entity
@Table(schema = "registration", name = "certificate_copy")
public class CopyEntity {
    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "certificate_id", updatable = false)
    private CertificateEntity certificate;

    @Column(name = "office_id", updatable = false)
    private String officeId;

    @Column(updatable = false)
    private String token;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CopyKind kind;

    @Column(name = "copy_no", updatable = false)
    private int copyNo;

    @Column(name = "returned_on")
    private LocalDate returnedOn;

    @Column(name = "lost_on")
    private LocalDate lostOn;

    @OneToMany(mappedBy = "copy", cascade = CascadeType.PERSIST)
    @OrderBy("printedAt, formNo")
    private List<SheetEntity> sheets = new ArrayList<>();

    protected CopyEntity() {}

    /** @param copyNo 0 makes the original */
    CopyEntity(CertificateEntity certificate, int copyNo) {
        this.id = UUID.randomUUID().toString();
        this.certificate = certificate;
        this.officeId = certificate.office().id();
        this.token = certificate.token();
        this.kind = copyNo == 0 ? CopyKind.ORIGINAL : CopyKind.DUPLICATE;
        this.copyNo = copyNo;
    }

    public void print(String formNo, String by, Instant at) {
        sheets.add(new SheetEntity(this, formNo, by, at));
    }

    /** Records the good sheet as waste. @return whether there was one on this form */
    public boolean spoil(String formNo, String by, Instant at, String reason) {
        Optional<SheetEntity> sheet = good().filter(found -> found.formNo().equals(formNo));
        sheet.ifPresent(found -> found.spoil(by, at, reason));
        return sheet.isPresent();
    }

    /** It came back, or it was declared lost. */
    public void end(boolean returned, LocalDate day) {
        returnedOn = returned ? day : null;
        lostOn = returned ? null : day;
    }

    public boolean printed() {
        return good().isPresent();
    }

    public String id() {
        return id;
    }

    public CopyKind kind() {
        return kind;
    }

    public int copyNo() {
        return copyNo;
    }

    /** Number of the blank form it stands on; null while it has to be printed. */
    public String formNo() {
        return good().map(SheetEntity::formNo).orElse(null);
    }

    Copy toCopy() {
        return new Copy(
                id,
                kind,
                copyNo,
                formNo(),
                returnedOn,
                lostOn,
                sheets.stream().map(SheetEntity::toSheet).toList());
    }

    private Optional<SheetEntity> good() {
        return sheets.stream().filter(SheetEntity::good).findFirst();
    }
}
