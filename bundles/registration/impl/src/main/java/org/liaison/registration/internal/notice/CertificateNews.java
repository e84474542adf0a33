package org.liaison.registration.internal.notice;

import java.util.Map;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Notices;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.internal.store.CertificateEntity;

/** Tells an office that its certificate can be collected, in the transaction of the printing (domain page 4.5). */
public final class CertificateNews {
    static final String READY = "registration.certificate.ready";

    private final Notices notices;

    public CertificateNews(Notices notices) {
        this.notices = notices;
    }

    /** Says where a certificate has come to. */
    public void moved(Unit unit, CertificateEntity row, CertificateState from) {
        if (row.state() == CertificateState.PRINTED && from != CertificateState.PRINTED) {
            String office = row.office().id();
            notices.tell(
                    unit,
                    new Message(
                            READY,
                            CertificateDuties.SUBJECT,
                            row.id(),
                            office,
                            String.valueOf(row.version()),
                            Map.of("no", row.number())),
                    ApplicationNews.office(office));
        }
    }
}
