package org.liaison.platform.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.Test;
import org.liaison.platform.api.paper.Block.Break;
import org.liaison.platform.api.paper.Block.Qr;
import org.liaison.platform.api.paper.Block.Signature;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Press.Printed;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;
import org.liaison.platform.api.paper.Style;
import org.liaison.platform.internal.paper.Pdf.Spot;

public class PdfPressTest {
    /** 𪚥, in no font but the one of rare characters. */
    private static final String RARE = Character.toString(0x2A6A5);
    /** A character of extension G, which no font of the bundle has. */
    private static final String UNKNOWN = Character.toString(0x30EDE);

    @Test
    public void text_isCopiedAsItWasTyped() throws IOException {
        String typed = "山东省人民政府〔2026〕7号：姓名𬭎、㛃、" + RARE + "，“引号”——面积12.50㎡；A—B…Ⅱ①《意见》（试行）·。";

        Pdf pdf = Pdf.print(Sheets.official(Text.of(typed, Style.BODY), Text.of(typed, Style.TITLE)));

        assertThat(pdf.text()).isEqualTo(typed + typed);
        assertThat(pdf.printed().missing()).isEmpty();
    }

    @Test
    public void radical_isPrintedAsTheCharacterItStandsFor() throws IOException {
        assertThat(Pdf.print(Sheets.official(Text.of("⼭⼈", Style.BODY))).text()).isEqualTo("山人");
    }

    @Test
    public void rareCharacter_comesFromTheFontThatHasIt() throws IOException {
        List<Spot> spots =
                Pdf.print(Sheets.official(Text.of("王" + RARE, Style.BODY))).spots();

        assertThat(spots.get(0).font()).contains("LiaisonSong");
        assertThat(spots.get(1).font()).contains("LiaisonRareHan");
    }

    @Test
    public void characterOfNoFont_isMarkedNamedAndTold() throws IOException {
        Pdf pdf = Pdf.print(Sheets.official(Text.of("王" + UNKNOWN, Style.BODY)));

        assertThat(pdf.printed().missing()).containsExactly("U+30EDE");
        assertThat(pdf.text()).startsWith("王〓").contains("〓处的字不在字库中：U+30EDE");
    }

    @Test
    public void officialPage_holds22LinesOf28Characters() throws IOException {
        Pdf pdf = Pdf.print(Sheets.official(Text.of("文".repeat(22 * 28 + 1), Style.BODY)));

        List<Spot> first = pdf.spots().stream().filter(spot -> spot.page() == 1).toList();
        assertThat(first).hasSize(22 * 28);
        assertThat(first.stream().map(Spot::y).distinct()).hasSize(22);
        assertThat(first.get(0).x()).isCloseTo(28, within(0.1));
        assertThat(first.get(27).x()).isCloseTo(28 + 156.0 * 27 / 28, within(0.1));
        assertThat(first.get(0).y()).isBetween(37.0, 46.0);
        assertThat(first.get(first.size() - 1).y()).isBetween(253.0, 262.0);
    }

    @Test
    public void signature_standsFourCharactersFromTheEdge_withTheLastLineOfTheBody() throws IOException {
        Pdf pdf = Pdf.print(Sheets.official(
                Text.of("文".repeat(28 * 22), Style.BODY),
                new Signature("山东省机关事务管理局", LocalDate.of(2026, 3, 5), Style.BODY)));

        List<Spot> second =
                pdf.spots().stream().filter(spot -> spot.page() == 2).toList();
        assertThat(second.stream().map(Spot::text)).startsWith("文").endsWith("年", "3", "月", "5", "日");
        double pitch = 156.0 / 28;
        assertThat(second.get(second.size() - 1).x()).isCloseTo(184 - 5 * pitch, within(0.2));
    }

    @Test
    public void footer_countsThePages() throws IOException {
        Text text = Text.of("文", Style.BODY);
        Sheet counted = new Sheet("试印", Format.FORM, List.of(text, new Break(), text), Footer.COUNTED, null);
        Sheet official = new Sheet("试印", Format.OFFICIAL, List.of(text, new Break(), text), Footer.OFFICIAL, null);

        assertThat(Pdf.print(counted).text()).contains("第1页 共2页").contains("第2页 共2页");
        List<Spot> dashes = Pdf.print(official).spots().stream()
                .filter(spot -> spot.text().equals("—"))
                .toList();
        assertThat(dashes).hasSize(4);
        assertThat(dashes.get(0).x()).isGreaterThan(150);
        assertThat(dashes.get(2).x()).isLessThan(50);
    }

    @Test
    public void everyPage_carriesTheWatermark_andSaysSoInDemonstration() throws IOException {
        Text text = Text.of("文", Style.BODY);
        Sheet preview = new Sheet("试印", Format.FORM, List.of(text, new Break(), text), Footer.NONE, "预览");
        Sheet plain = new Sheet("试印", Format.FORM, List.of(text), Footer.NONE, null);

        assertThat(Pdf.print(preview).text()).isEqualTo("预览文预览文");
        assertThat(Pdf.print(plain).text()).isEqualTo("文");
        assertThat(Pdf.print(plain, Pdf.NOWHERE, true).text()).isEqualTo("演示文");
        assertThat(Pdf.print(preview, Pdf.NOWHERE, true).text()).isEqualTo("演示 预览文演示 预览文");
    }

    @Test
    public void qrCode_isReadFromThePrintedPage() throws Exception {
        String address = "https://liaison.example.cn/verify/Zk3vX0b9mQ2sT8wY1aD4fG7hJ6kL5nP0rU3xC9eB2iE";

        Pdf pdf = Pdf.print(Sheets.form(new Qr(30, 40, 28, address)));

        try (PDDocument document = Loader.loadPDF(pdf.file())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            RGBLuminanceSource seen = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                            .getText())
                    .isEqualTo(address);
        }
    }

    @Test
    public void sheets_arePrintedWhole_whenManyPrintAtOnce() throws Exception {
        PdfPress press = new PdfPress(Pdf.settings(Pdf.NOWHERE, false));
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Pdf>> orders = IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Pdf>) () -> {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        Printed printed =
                                press.print(Sheets.official(Text.of("第" + i + "件" + "山".repeat(i), Style.BODY)), out);
                        return new Pdf(printed, out.toByteArray());
                    })
                    .toList();
            List<Future<Pdf>> made = clerks.invokeAll(orders);
            for (int i = 0; i < made.size(); i++) {
                assertThat(made.get(i).get().text()).isEqualTo("第" + i + "件" + "山".repeat(i));
            }
        } finally {
            clerks.shutdownNow();
        }
    }
}
