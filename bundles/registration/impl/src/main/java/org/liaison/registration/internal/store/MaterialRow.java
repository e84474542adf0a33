package org.liaison.registration.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Number and day of a material's document (备案材料). */
@Embeddable
public class MaterialRow {
    private String code;

    @Column(name = "document_no")
    private String documentNo;

    @Column(name = "document_date")
    private LocalDate documentDate;

    protected MaterialRow() {}

    MaterialRow(String code, String documentNo, LocalDate documentDate) {
        this.code = code;
        this.documentNo = documentNo;
        this.documentDate = documentDate;
    }

    public String code() {
        return code;
    }

    public String documentNo() {
        return documentNo;
    }

    public LocalDate documentDate() {
        return documentDate;
    }
}
