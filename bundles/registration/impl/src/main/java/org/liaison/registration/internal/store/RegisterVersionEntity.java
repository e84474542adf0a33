package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** Version row of a part of the register, append-only (domain 2.1): when it was true and when the Bureau recorded it. */
@Entity
@Table(schema = "registration", name = "register_version")
public class RegisterVersionEntity {
    /** What the row is a version of. */
    public enum Part {
        OFFICE,
        HEAD,
        PREMISES,
        STRUCTURE
    }

    @Id
    private String id;

    @Column(name = "office_id")
    private String officeId;

    @Column(name = "application_id")
    private String applicationId;

    @Enumerated(EnumType.STRING)
    private Part part;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "recorded_at")
    private LocalDateTime recordedAt;

    @Lob
    private String content;

    protected RegisterVersionEntity() {}

    /** @param content record or list of records with references in place of identity numbers */
    public RegisterVersionEntity(
            ApplicationEntity application, Part part, LocalDate validFrom, Instant recordedAt, Object content) {
        this.id = UUID.randomUUID().toString();
        this.officeId = application.office().id();
        this.applicationId = application.id();
        this.part = part;
        this.validFrom = validFrom;
        this.recordedAt = ApplicationEntity.utc(recordedAt);
        this.content = FormJson.write(content);
    }
}
