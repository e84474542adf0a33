package org.liaison.registration.internal.certificate;

import static org.liaison.platform.api.Role.CLK;
import static org.liaison.platform.api.Role.SYS;

import java.util.Set;
import org.liaison.platform.api.workflow.Workflow;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateState;

/** The machine of a certificate's version (登记证), domain page 3.2 up to VALID and its succession. */
public final class CertificateWorkflow {
    /** The table. */
    public static final Workflow<CertificateState, CertificateEvent> TABLE =
            Workflow.<CertificateState, CertificateEvent>of("registration.certificate")
                    .step(
                            null,
                            CertificateEvent.ISSUE,
                            CertificateState.TO_PRINT,
                            Set.of(SYS),
                            "the application is approved; the office has no next certificate",
                            "number, token, frozen face, copies")
                    .source("[S] 三（一）")
                    .step(
                            CertificateState.TO_PRINT,
                            CertificateEvent.PRINT,
                            CertificateState.PRINTED,
                            Set.of(CLK),
                            "public address set; an unused blank form for every copy without a good sheet",
                            "print log; nobody holds it")
                    .claimed()
                    .source("[R]")
                    .step(
                            CertificateState.PRINTED,
                            CertificateEvent.SPOIL,
                            CertificateState.TO_PRINT,
                            Set.of(CLK),
                            "reason",
                            "print log: the waste sheet; number and token stay")
                    .source("[R]")
                    .step(
                            CertificateState.PRINTED,
                            CertificateEvent.HAND_OVER,
                            CertificateState.VALID,
                            Set.of(CLK),
                            "receiver and day; every copy of the certificate before came back or is declared lost",
                            "receipt; the certificate before is superseded in the same transaction")
                    .source("[S] 三（一）")
                    .step(
                            CertificateState.VALID,
                            CertificateEvent.SUPERSEDE,
                            CertificateState.SUPERSEDED,
                            Set.of(SYS),
                            "hand-over of the next certificate",
                            "returned and lost copies")
                    .source("[R]")
                    .queue(CertificateEvent.CLAIM, CertificateEvent.RELEASE, CertificateEvent.REASSIGN)
                    .build();

    /** Operation: read certificates and the print queue (row 5). */
    public static final String READ = "registration.certificate.read";
    /** Operation: check a certificate by its token (row 38), open to everybody. */
    public static final String CHECK = "registration.certificate.check";

    private CertificateWorkflow() {}
}
