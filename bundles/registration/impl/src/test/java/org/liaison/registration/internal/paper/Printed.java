package org.liaison.registration.internal.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.internal.paper.PdfPress;
import org.liaison.platform.internal.paper.PressSettings;

/** A sheet that was really printed, read back as text, places and pictures. */
record Printed(Press.Printed result, byte[] file) {
    private static final Press PRESS = new PdfPress(new PressSettings() {
        @Override
        public String fonts() {
            return "target/no-fonts";
        }

        @Override
        public boolean demo() {
            return false;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return PressSettings.class;
        }
    });
    /** Coarse enough that a picture is small, fine enough that a moved line shows. */
    private static final int DPI = 50;
    /** Side of the squares that are compared, in pixels. */
    private static final int SQUARE = 10;
    /** Difference of a square's mean grey that counts, of 255. */
    private static final int TOLERANCE = 24;

    static Printed of(Sheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Press.Printed result = PRESS.print(sheet, out);
        return new Printed(result, out.toByteArray());
    }

    /** The text as copied, without any space, wide ones included. */
    String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
        }
    }

    /** What a phone reads from the QR code on the first page. */
    String code() throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(file)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            RGBLuminanceSource seen = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                    .getText();
        }
    }

    /** Distance in mm of the outermost characters from the paper's edges: left, top, right, bottom. */
    List<Double> margins() throws IOException {
        double[] found = {1000, 1000, 1000, 1000};
        try (PDDocument document = Loader.loadPDF(file)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    found[0] = Math.min(found[0], at.getXDirAdj());
                    found[1] = Math.min(found[1], at.getYDirAdj() - at.getFontSizeInPt());
                    found[2] = Math.min(found[2], at.getPageWidth() - at.getXDirAdj() - at.getWidthDirAdj());
                    found[3] = Math.min(found[3], at.getPageHeight() - at.getYDirAdj());
                }
            }.getText(document);
        }
        List<Double> margins = new ArrayList<>();
        for (double points : found) {
            margins.add(points * 25.4 / 72);
        }
        return margins;
    }

    /**
     * Places where the pages differ from the expected pictures {@code papers/<name>-<page>.png}; empty when they look the
     * same. With the system property {@code papers.accept} the pictures are written anew: look at them before they are
     * checked in.
     */
    List<String> differences(String name) throws IOException {
        List<String> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage seen = renderer.renderImageWithDPI(page, DPI, ImageType.GRAY);
                Path expected = Path.of("src/test/resources/papers", name + "-" + (page + 1) + ".png");
                if (Boolean.getBoolean("papers.accept")) {
                    Files.createDirectories(expected.getParent());
                    ImageIO.write(seen, "png", expected.toFile());
                }
                compare(seen, ImageIO.read(expected.toFile()), "page " + (page + 1), found);
            }
        }
        return found;
    }

    private static void compare(BufferedImage seen, BufferedImage expected, String page, List<String> found) {
        if (seen.getWidth() != expected.getWidth() || seen.getHeight() != expected.getHeight()) {
            found.add(page + " has another size");
            return;
        }
        for (int y = 0; y + SQUARE <= seen.getHeight(); y += SQUARE) {
            for (int x = 0; x + SQUARE <= seen.getWidth(); x += SQUARE) {
                if (Math.abs(grey(seen, x, y) - grey(expected, x, y)) > TOLERANCE) {
                    found.add(page + " at " + x * 25.4 / DPI + " mm, " + y * 25.4 / DPI + " mm");
                }
            }
        }
    }

    private static int grey(BufferedImage image, int x, int y) {
        int sum = 0;
        for (int sample : image.getRaster().getSamples(x, y, SQUARE, SQUARE, 0, (int[]) null)) {
            sum += sample;
        }
        return sum / (SQUARE * SQUARE);
    }
}
