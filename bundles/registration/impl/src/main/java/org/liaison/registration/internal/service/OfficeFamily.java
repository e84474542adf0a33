package org.liaison.registration.internal.service;

import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Conflict;
import org.liaison.registration.internal.rules.OfficeFacts;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.OfficeRows;

/** What the register knows of an office and of those it may be confused or merged with (Q17; 国办发〔2015〕8号). */
final class OfficeFamily {
    private final JpaTemplate jpa;

    OfficeFamily(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    OfficeFacts facts(OfficeEntity office) {
        return jpa.txExpr(TransactionType.Supports, manager -> {
            OfficeRows rows = new OfficeRows(manager);
            return new OfficeFacts(
                    office.name(),
                    office.hostCity(),
                    office.dispatcher().name(),
                    rows.namesake(office),
                    rows.relatives(office));
        });
    }

    /** A name is unique among registered offices. @throws Conflict {@code NAME_TAKEN} */
    void requireFreeName(OfficeEntity office) {
        boolean taken = jpa.txExpr(TransactionType.Supports, manager -> new OfficeRows(manager).namesake(office));
        if (taken) {
            throw new Conflict("NAME_TAKEN", "已有同名的登记机构");
        }
    }
}
