package org.liaison.registration.api;

import java.io.InputStream;
import org.liaison.platform.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Documents of filing applications and certificates as PDF (文书), domain page 5.4. Thread-safe. */
@ProviderType
public interface Papers {
    /**
     * Prints a document from what the case says now, as this caller may see it.
     *
     * @param round which notice of correction, from 1; null = the last one. Other kinds have none and take no notice of it
     * @param reason null: identity numbers are masked. Else each number on the form is viewed whole, and each view is audited
     *     with this reason before the form is printed; see {@link Applications#viewIdentityNumber}
     * @throws org.liaison.platform.api.NotFound the application is missing or foreign
     * @throws org.liaison.platform.api.Forbidden the document is not for this role
     * @throws org.liaison.platform.api.Conflict {@code PAPER_NOT_READY} when the case has not come to it yet
     * @throws org.liaison.platform.api.Invalid {@code REASON}, {@code ROUND_UNKNOWN}
     * @throws org.liaison.platform.api.Unavailable {@code PRESS_BUSY}
     */
    Paper print(Caller caller, String applicationId, PaperKind kind, Integer round, String reason);

    /**
     * Prints a document of a certificate. The clerk who has entered the blank forms gets the sheet for the paper seal; every
     * other sheet carries 预览.
     *
     * @throws org.liaison.platform.api.NotFound the certificate is missing or foreign
     * @throws org.liaison.platform.api.Conflict {@code PAPER_NOT_READY} before the blank forms are entered, {@code
     *     PUBLIC_URL_MISSING} without a public address, {@code CHARACTER_MISSING} when a font is needed first
     * @throws org.liaison.platform.api.Unavailable {@code PRESS_BUSY}
     */
    Paper printCertificate(Caller caller, String certificateId, CertificatePaper kind);

    /**
     * A printed document.
     *
     * @param fileName Chinese name with the ending {@code .pdf}
     * @param size bytes
     * @param content the file; it lies in memory, closing it frees nothing
     */
    record Paper(String fileName, long size, InputStream content) {}
}
