package org.liaison.registration.api;

import java.time.LocalDate;

/**
 * What stands on a sheet of a certificate (登记证记载事项), domain page 2.8: the words as they were when the version was made.
 * An office of old may have gaps: nature, level, address, head and business may be null (Q51).
 *
 * @param name name of the office (机构名称)
 * @param dispatcher dispatching unit (派出单位)
 * @param nature nature of the office in words (机构性质)
 * @param establishmentLevel establishment level in words (建制级别)
 * @param address address with city and district (办公地点)
 * @param head name of the head (负责人)
 * @param mainBusiness main business (主要业务), at most 1,000 characters
 * @param issueDate day of issue (发证日期), Asia/Shanghai
 * @param issuer the issuing Bureau (发证机关)
 * @param number certificate number (登记证号)
 * @param token what the QR code's address ends with: 43 characters of base64url
 * @param copyKind which copy the sheet is (正本、副本)
 */
public record CertificateFace(
        String name,
        String dispatcher,
        String nature,
        String establishmentLevel,
        String address,
        String head,
        String mainBusiness,
        LocalDate issueDate,
        String issuer,
        String number,
        String token,
        CopyKind copyKind) {
    /** Without the token: texts of objects end up in logs. */
    @Override
    public String toString() {
        return "CertificateFace[" + number + ", " + copyKind + "]";
    }
}
