package org.liaison.registration.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.rules.CodeOf;

/**
 * A version of an office's certificate (登记证), domain pages 2.8 and 3.2; regulation 三（一）. What stands on its face is
 * frozen from the making of the version on; see {@link CertificateFace}.
 *
 * @param id row id
 * @param version row version for optimistic locking; send it back as If-Match or expectedVersion
 * @param officeId the office it is of
 * @param number certificate number (登记证号), e.g. {@code 鲁驻登字第37010020260007号}
 * @param versionNo 1 for the first certificate of the office, one more for each further
 * @param reason code of list certificate-reason
 * @param state present state
 * @param events workflow events that the present state and the caller's role allow
 * @param claimedBy account that holds it in the print queue; null = nobody
 * @param checkAddress what the QR code leads to (查验网址); null before it is printed and without a public address
 * @param copies its copies (正副本) with the sheets they were printed on, the original first
 * @param receipt who took it (领证签收); null before the hand-over
 * @param updatedAt instant of the last change
 */
public record Certificate(
        String id,
        long version,
        String officeId,
        String number,
        int versionNo,
        @CodeOf("certificate-reason") String reason,
        CertificateState state,
        List<CertificateEvent> events,
        String claimedBy,
        String name,
        String dispatcher,
        String nature,
        String establishmentLevel,
        String address,
        String head,
        String mainBusiness,
        LocalDate issueDate,
        String issuer,
        String checkAddress,
        List<Copy> copies,
        Receipt receipt,
        Instant updatedAt) {

    /**
     * A copy (正本、副本).
     *
     * @param copyNo 0 for the original, 1 and up for the duplicates
     * @param blankFormNo number of the blank form it stands on (空白证编号); null while it has to be printed
     * @param returnedOn day it came back, Asia/Shanghai; null = it did not
     * @param lostOn day it was declared lost; null = it was not
     * @param printLog every sheet it was printed on (制证记录), in order; a spoiled sheet stays in the log
     */
    public record Copy(
            String id,
            CopyKind kind,
            int copyNo,
            String blankFormNo,
            LocalDate returnedOn,
            LocalDate lostOn,
            List<PrintedSheet> printLog) {}

    /**
     * A sheet of the print log.
     *
     * @param printedBy account of the clerk
     * @param spoiledAt null = the sheet is good
     * @param spoilReason why it is waste (废证原因); null = the sheet is good
     */
    public record PrintedSheet(
            String blankFormNo,
            Instant printedAt,
            String printedBy,
            Instant spoiledAt,
            String spoiledBy,
            String spoilReason) {}

    /**
     * Who took the certificate.
     *
     * @param receiver name of the person (领证人)
     * @param receivedOn the day, Asia/Shanghai
     * @param handedOverBy account of the clerk
     */
    public record Receipt(String receiver, LocalDate receivedOn, String handedOverBy) {}
}
