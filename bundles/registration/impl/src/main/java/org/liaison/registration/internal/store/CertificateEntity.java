package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** Version of an office's certificate (登记证), domain 2.8. */
@Entity
@Table(schema = "registration", name = "certificate")
public class CertificateEntity {
    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "office_id")
    private String officeId;

    @Column(name = "certificate_no")
    private String number;

    @Column(name = "version_no")
    private int versionNo;

    private String reason;
    private String status;
    private String token;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    protected CertificateEntity() {}

    /** The first certificate of an office, to be printed. */
    public CertificateEntity(OfficeEntity office, String number, String token, LocalDate day) {
        this.id = UUID.randomUUID().toString();
        this.officeId = office.id();
        this.number = number;
        this.versionNo = 1;
        this.reason = "INITIAL";
        this.status = "TO_PRINT";
        this.token = token;
        this.validFrom = day;
    }
}
