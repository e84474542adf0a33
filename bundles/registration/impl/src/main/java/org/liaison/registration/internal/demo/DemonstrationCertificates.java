package org.liaison.registration.internal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Handover;

/** Certificates of the demonstration (演示登记证): printed and handed over by the clerk, as far as the stage says. */
final class DemonstrationCertificates {
    private static final String CLERK = "clk";

    private final Certificates certificates;
    private final DemonstrationAccounts accounts;
    private final Clock clock;

    DemonstrationCertificates(Certificates certificates, DemonstrationAccounts accounts, Clock clock) {
        this.certificates = certificates;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Leads the certificate of an office on.
     *
     * @param number of the sample; the blank forms are numbered by it
     * @throws org.liaison.platform.api.Conflict {@code PUBLIC_URL_MISSING} without a public address; it waits in the print queue
     */
    void lead(String officeId, int number, Stage stage, Form form) {
        if (stage != Stage.PRINTED && stage != Stage.VALID) {
            return;
        }
        Caller clerk = accounts.as(CLERK);
        String id = certificates
                .list(clerk, new CertificateFilter(null, null, null, officeId, null), new PageRequest(1, null))
                .items()
                .get(0)
                .id();
        Certificate one = certificates.get(clerk, id);
        // a spoiled sheet is somebody's act: what was printed once is not printed again
        if (one.state() == CertificateState.TO_PRINT
                && one.copies().stream().allMatch(copy -> copy.printLog().isEmpty())) {
            one = print(clerk, one, number);
        }
        if (stage == Stage.VALID && one.state() == CertificateState.PRINTED) {
            LocalDate today = LocalDate.now(clock.withZone(Deadlines.ZONE));
            Handover handover = new Handover(form.contact().name(), today, null, null);
            certificates.handOver(clerk, one.id(), one.version(), handover, null);
        }
    }

    private Certificate print(Caller clerk, Certificate one, int number) {
        Certificate held =
                CLERK.equals(one.claimedBy()) ? one : certificates.claim(clerk, one.id(), one.version(), null);
        List<BlankForm> forms = new ArrayList<>();
        held.copies()
                .forEach(copy -> forms.add(new BlankForm(copy.id(), "YS-%04d-%02d".formatted(number, copy.copyNo()))));
        return certificates.print(clerk, held.id(), held.version(), forms, null);
    }
}
