package org.liaison.registration.internal.paper;

import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.paper.Block;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Box;
import org.liaison.platform.api.paper.Block.Frame;
import org.liaison.platform.api.paper.Block.Qr;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;
import org.liaison.platform.api.paper.Style;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.CopyKind;

/**
 * The certificate (《驻省会城市办事机构登记证》), domain page 2.8: the original (正本) A3 across to hang on the wall, the duplicate
 * (副本) A4 with the rules of its use. Issuer and date stand where the Bureau's seal goes.
 */
public final class CertificateSheet {
    /** An electronic certificate without an electronic seal says so; the sheet for the paper seal does not (Q47). */
    public static final String PREVIEW = "预览";

    private static final String NAME = "驻省会城市办事机构";
    private static final int RED = 0x9C1C1C;
    private static final double LEADING = 1.3;
    private static final double SMALLEST = 6.5;
    private static final String RULES = "1.本证应置于办公地点醒目处。2.本证不得伪造、涂改、出租、出借、转让。"
            + "3.登记事项变更的，应在30日内办理变更手续并换领新证。4.本证遗失、损毁的，应声明作废，并可按照规定申请补领。"
            + "5.机构撤销的，应在撤销前办理注销登记并交回本证。";

    private final CertificateFace face;
    private final String checkAddress;
    private final Layout layout;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Measures of one kind of copy: places and heights in mm, sizes of characters in points.
     *
     * @param row height of a row
     * @param business height of the main business, which begins beside its label
     */
    private record Layout(
            Format format,
            double frame,
            double title,
            double top,
            double words,
            double row,
            double business,
            double code) {}

    private static final Layout ORIGINAL = new Layout(Format.WALL, 12, 60, 28, 21, 15.3, 50, 32);
    private static final Layout DUPLICATE = new Layout(Format.COPY, 10, 40, 24, 15, 15, 64, 28);

    /** @param checkAddress where the QR code leads, {@code <publicUrl>/verify/<token>} */
    public CertificateSheet(CertificateFace face, String checkAddress) {
        this.face = face;
        this.checkAddress = checkAddress;
        this.layout = face.copyKind() == CopyKind.ORIGINAL ? ORIGINAL : DUPLICATE;
    }

    /** @param watermark {@link #PREVIEW}, or null for the sheet that gets the paper seal */
    public Sheet sheet(String watermark) {
        frames();
        foot(fields(title()));
        return new Sheet(
                NAME + "登记证（" + face.copyKind().label() + "）", layout.format(), blocks, Footer.NONE, watermark);
    }

    private void frames() {
        frame(layout.frame(), 3);
        frame(layout.frame() + 3, 0.8);
    }

    private void frame(double inset, double line) {
        Format format = layout.format();
        blocks.add(new Frame(inset, inset, format.width() - 2 * inset, format.height() - 2 * inset, line, RED));
    }

    /** @return where the fields begin */
    private double title() {
        double size = layout.title();
        double em = size * 25.4 / 72;
        double y = layout.top();
        Style large = new Style(Face.XIAOBIAOSONG, size, size * 1.6, size * 1.2, size, RED);
        y = centred("名称", y, Style.of(Face.XIAOBIAOSONG, size * 0.5).colour(RED), NAME, em * 0.8);
        y = centred("登记证", y, large, "登记证", em * 1.35);
        y = centred(
                "正副本",
                y,
                Style.of(Face.KAI, layout.words()),
                "（" + face.copyKind().label() + "）",
                em * 0.55);
        return centred("登记证号", y, Style.of(Face.SONG, layout.words() * 0.8), face.number(), em * 0.6);
    }

    private double centred(String name, double y, Style style, String words, double height) {
        Format format = layout.format();
        blocks.add(box(name, format.left(), y, format.textWidth(), height, style, Align.CENTER, words));
        return y + height;
    }

    /** @return where they end */
    private double fields(double top) {
        List<List<String>> fields = List.of(
                List.of("机构名称", face.name()),
                List.of("派出单位", face.dispatcher()),
                List.of("机构性质", face.nature()),
                List.of("建制级别", face.establishmentLevel()),
                List.of("办公地点", face.address()),
                List.of("负责人", face.head()),
                List.of("主要业务", face.mainBusiness()));
        double labels = layout.words() * 5 * 25.4 / 72;
        double gap = labels / 4;
        double left = layout.format().left();
        double wide = layout.format().textWidth() - labels - gap;
        Style label = Style.of(Face.HEI, layout.words()).leading(layout.words() * LEADING);
        Style value = Style.of(Face.FANGSONG, layout.words())
                .leading(layout.words() * LEADING)
                .least(SMALLEST);
        double y = top + 3;
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).get(0);
            // the short ones stand in the middle of their rows, the last and long one begins beside its label
            boolean middle = i < fields.size() - 1;
            double height = middle ? layout.row() : layout.business();
            Text words = Text.of(fields.get(i).get(1), value);
            blocks.add(new Box(
                    left, y, labels, height, List.of(Text.of(name, label).align(Align.SPREAD)), middle, name));
            blocks.add(new Box(left + labels + gap, y, wide, height, List.of(words), middle, name));
            y += height;
            if (i == fields.size() - 2) {
                y += (layout.row() - label.leading() * 25.4 / 72) / 2;
            }
        }
        return y;
    }

    private void foot(double top) {
        Format format = layout.format();
        double code = layout.code();
        double y = format.height() - layout.frame() - 11 - code;
        if (face.copyKind() == CopyKind.DUPLICATE) {
            Text rules = Text.of(RULES, Style.of(Face.SONG, 8).least(SMALLEST));
            blocks.add(new Box(format.left(), top + 1, format.textWidth(), y - top - 3, List.of(rules), true, "使用说明"));
        }
        blocks.add(new Qr(format.left(), y, code, checkAddress));
        blocks.add(box(
                "查验",
                format.left() - 6,
                y + code + 0.5,
                code + 12,
                5,
                Style.of(Face.SONG, 9),
                Align.CENTER,
                "扫码查验本证状态"));
        double seal = layout.words() * 14 * 25.4 / 72;
        double x = format.width() - format.right() - seal;
        Style style = Style.of(Face.FANGSONG, layout.words()).least(9);
        double line = layout.words() * 0.62;
        blocks.add(box("发证机关", x, y + code / 2 - line, seal, line, style, Align.CENTER, face.issuer()));
        blocks.add(box("发证日期", x, y + code / 2, seal, line, style, Align.CENTER, Dates.full(face.issueDate())));
    }

    private static Box box(
            String name, double x, double y, double width, double height, Style style, Align align, String words) {
        return new Box(x, y, width, height, List.of(Text.of(words, style).align(align)), true, name);
    }
}
