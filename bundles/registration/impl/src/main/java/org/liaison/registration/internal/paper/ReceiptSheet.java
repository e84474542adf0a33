package org.liaison.registration.internal.paper;

import static org.liaison.registration.internal.paper.Wording.of;
import static org.liaison.registration.internal.paper.Wording.text;

import java.util.List;
import java.util.stream.Collectors;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Gap;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;
import org.liaison.platform.api.paper.Style;
import org.liaison.registration.api.Certificate;

/** What the receiver of a certificate signs (领证签收单): which copies on which blank forms, who, when. */
final class ReceiptSheet {
    private static final String TITLE = "驻省会城市办事机构登记证领证签收单";

    private final Certificate certificate;

    ReceiptSheet(Certificate certificate) {
        this.certificate = certificate;
    }

    Sheet sheet() {
        return new Sheet(
                TITLE,
                Format.FORM,
                List.of(
                        FormSheet.title(TITLE),
                        FormSheet.head("登记证号：" + certificate.number(), ""),
                        table(),
                        new Gap(2),
                        Text.of("注：领证人凭本人有效身份证件和单位介绍信领取，核对登记证记载事项无误后签收。", Style.LABEL)),
                Footer.NONE,
                null);
    }

    private Table table() {
        Certificate.Receipt receipt = certificate.receipt();
        String copies = certificate.copies().stream()
                .map(copy -> copy.kind().label() + "　空白证编号：" + text(copy.blankFormNo()))
                .collect(Collectors.joining("\n"));
        return new Grid(32, 55, 32, 54)
                .row(14)
                .field("机构名称", certificate.name(), 3)
                .row(14)
                .field("派出单位", certificate.dispatcher(), 3)
                .row(12)
                .field("发证机关", certificate.issuer())
                .field("发证日期", Dates.full(certificate.issueDate()))
                .row(26)
                .field("领取证件", copies, 3)
                .row(14)
                .field("领证人", of(receipt, Certificate.Receipt::receiver))
                .field("领证日期", Dates.full(receipt == null ? null : receipt.receivedOn()))
                .row(24)
                .label("领证人签字")
                .cell(signature())
                .label("经办人签字")
                .cell(signature())
                .table();
    }

    private static Cell signature() {
        Text day = Text.of(Dates.full(null), Style.VALUE).align(Align.RIGHT);
        return Cell.value("签字", "").foot(day);
    }
}
