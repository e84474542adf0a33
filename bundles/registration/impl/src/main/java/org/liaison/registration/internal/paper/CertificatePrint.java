package org.liaison.registration.internal.paper;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.CopyKind;

/**
 * Which sheet of a certificate a caller gets. The clerk who has entered the blank forms gets the one that goes under the
 * paper seal; every other is an electronic one without an electronic seal and says 预览.
 */
final class CertificatePrint {
    private final Caller caller;
    private final Certificate certificate;
    private final CertificatePaper kind;

    CertificatePrint(Caller caller, Certificate certificate, CertificatePaper kind) {
        this.caller = caller;
        this.certificate = certificate;
        this.kind = kind;
    }

    /** @throws Conflict {@code PAPER_NOT_READY}, {@code PUBLIC_URL_MISSING} */
    Sheet sheet() {
        if (certificate.state() == CertificateState.TO_PRINT) {
            throw new Conflict("PAPER_NOT_READY", "该证尚未登记空白证编号，不能生成" + kind.label());
        }
        if (kind == CertificatePaper.RECEIPT) {
            return new ReceiptSheet(certificate).sheet();
        }
        if (certificate.checkAddress() == null) {
            throw new Conflict("PUBLIC_URL_MISSING", "未设置公开网址(LIAISON_PUBLIC_URL)，不能生成登记证");
        }
        return new CertificateSheet(face(), certificate.checkAddress())
                .sheet(sealed() ? null : CertificateSheet.PREVIEW);
    }

    /** A certificate with a mark in the place of a character does not go under the seal. */
    void check(Press.Printed printed) {
        if (sealed() && !printed.missing().isEmpty()) {
            throw new Conflict(
                    "CHARACTER_MISSING",
                    "字库中没有登记证上的字：" + String.join("、", printed.missing()) + "，请先补充etc/fonts/rare.ttf");
        }
    }

    private boolean sealed() {
        return kind != CertificatePaper.RECEIPT
                && caller.acting().role() == Role.CLK
                && certificate.state() == CertificateState.PRINTED;
    }

    private CertificateFace face() {
        String address = certificate.checkAddress();
        return new CertificateFace(
                certificate.name(),
                certificate.dispatcher(),
                certificate.nature(),
                certificate.establishmentLevel(),
                certificate.address(),
                certificate.head(),
                certificate.mainBusiness(),
                certificate.issueDate(),
                certificate.issuer(),
                certificate.number(),
                address.substring(address.lastIndexOf('/') + 1),
                kind == CertificatePaper.ORIGINAL ? CopyKind.ORIGINAL : CopyKind.DUPLICATE);
    }
}
