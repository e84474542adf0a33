package org.liaison.platform.internal.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.liaison.platform.api.paper.Press.Printed;
import org.liaison.platform.api.paper.Sheet;

/** A printed document, read back: what a reader's program finds in the file. */
record Pdf(Printed printed, byte[] file) {
    static final Path NOWHERE = Path.of("target/no-fonts");

    /** Where a printed character stands, mm from the upper left corner of its page; page from 1. */
    record Spot(int page, String text, double x, double y, double size, String font) {}

    static Pdf print(Sheet sheet) {
        return print(sheet, NOWHERE, false);
    }

    static Pdf print(Sheet sheet, Path fonts, boolean demo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printed printed = new PdfPress(settings(fonts, demo)).print(sheet, out);
        return new Pdf(printed, out.toByteArray());
    }

    /** The text as copied from the file, without the breaks of lines. */
    String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(document).replaceAll("[\\r\\n]", "");
        }
    }

    List<Spot> spots() throws IOException {
        List<Spot> spots = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    spots.add(new Spot(
                            getCurrentPageNo(),
                            at.getUnicode(),
                            at.getXDirAdj() * 25.4 / 72,
                            at.getYDirAdj() * 25.4 / 72,
                            at.getFontSizeInPt(),
                            at.getFont().getName()));
                }
            };
            stripper.getText(document);
        }
        return spots;
    }

    static PressSettings settings(Path fonts, boolean demo) {
        return new PressSettings() {
            @Override
            public String fonts() {
                return fonts.toString();
            }

            @Override
            public boolean demo() {
                return demo;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return PressSettings.class;
            }
        };
    }
}
