package org.liaison.registration.internal.store;

import java.time.Instant;
import java.time.LocalDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.liaison.registration.api.Certificate.PrintedSheet;

/** A sheet of the print log (制证记录): one blank form, good until it is recorded as waste. Never removed. */
@Entity
@Table(schema = "registration", name = "certificate_sheet")
public class SheetEntity {
    @Id
    @Column(name = "form_no")
    private String formNo;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "copy_id", updatable = false)
    private CopyEntity copy;

    @Column(name = "live_copy_id")
    private String liveCopyId;

    @Column(name = "printed_at", updatable = false)
    private LocalDateTime printedAt;

    @Column(name = "printed_by", updatable = false)
    private String printedBy;

    @Column(name = "spoiled_at")
    private LocalDateTime spoiledAt;

    @Column(name = "spoiled_by")
    private String spoiledBy;

    @Column(name = "spoil_reason")
    private String spoilReason;

    protected SheetEntity() {}

    SheetEntity(CopyEntity copy, String formNo, String by, Instant at) {
        this.formNo = formNo;
        this.copy = copy;
        this.liveCopyId = copy.id();
        this.printedBy = by;
        this.printedAt = ApplicationEntity.utc(at);
    }

    void spoil(String by, Instant at, String reason) {
        liveCopyId = null;
        spoiledBy = by;
        spoiledAt = ApplicationEntity.utc(at);
        spoilReason = reason;
    }

    boolean good() {
        return liveCopyId != null;
    }

    String formNo() {
        return formNo;
    }

    PrintedSheet toSheet() {
        return new PrintedSheet(
                formNo,
                ApplicationEntity.instant(printedAt),
                printedBy,
                ApplicationEntity.instant(spoiledAt),
                spoiledBy,
                spoilReason);
    }
}
