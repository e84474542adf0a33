package org.liaison.platform.internal.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Style;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints with PDFBox. The parsed fonts are shared and hold one position each, so one sheet is printed at a time. */
@Component(configurationPid = PressSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PdfPress implements Press {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPress.class);
    private static final long WAIT_SECONDS = 20;
    private static final String DEMO = "演示";
    private static final Style NOTE = Style.of(Face.SONG, 8).colour(0xB3261E);
    private static final Style COUNT = Style.of(Face.SONG, 9);
    /** Distance of a page number from the text above it in mm, GB/T 9704. */
    private static final double NUMBER_DISTANCE = 7;

    private final Typefaces typefaces;
    private final boolean demo;
    private final ReentrantLock lock = new ReentrantLock(true);

    @Activate
    public PdfPress(PressSettings settings) {
        typefaces = new Typefaces(Path.of(settings.fonts()));
        demo = settings.demo();
    }

    @Override
    public Printed print(Sheet sheet, OutputStream out) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            Printed printed = alone(sheet, made);
            made.writeTo(out);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Printed alone(Sheet sheet, OutputStream made) throws IOException {
        try {
            if (!lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("PRESS_BUSY", "正在生成其他文书，请稍后再试");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("PRESS_BUSY", "文书生成已中断，请稍后再试", e);
        }
        try (PDDocument document = new PDDocument()) {
            typefaces.begin();
            document.getDocumentInformation().setTitle(sheet.title());
            document.getDocumentInformation().setCreator("Liaison");
            document.getDocumentCatalog().setLanguage("zh-CN");
            Printed printed = new Work(document, sheet).print();
            document.save(made);
            return printed;
        } finally {
            lock.unlock();
        }
    }

    /** One document in the making. */
    private final class Work {
        private final Sheet sheet;
        private final Format format;
        private final Ink ink;
        private final Breaker breaker = new Breaker(typefaces::letter);

        Work(PDDocument document, Sheet sheet) {
            this.sheet = sheet;
            this.format = sheet.format();
            this.ink = new Ink(document);
        }

        Printed print() throws IOException {
            new Flow(ink, breaker, format, watermark()).print(sheet.blocks());
            Map<Integer, TreeSet<Integer>> missing = ink.missing();
            for (int page = 0; page < ink.pages(); page++) {
                ink.reopen(page);
                number(page + 1, ink.pages());
                if (missing.containsKey(page)) {
                    note("〓处的字不在字库中：" + String.join("、", names(missing.get(page))));
                }
            }
            ink.close();
            TreeSet<Integer> all =
                    missing.values().stream().flatMap(TreeSet::stream).collect(Collectors.toCollection(TreeSet::new));
            if (!all.isEmpty()) {
                LOG.warn("no font has {}: printed as a mark; add a font as etc/fonts/rare.ttf", names(all));
            }
            return new Printed(ink.pages(), names(all));
        }

        private String watermark() {
            if (!demo) {
                return sheet.watermark();
            }
            return sheet.watermark() == null ? DEMO : DEMO + " " + sheet.watermark();
        }

        private void number(int page, int pages) throws IOException {
            double below = format.height() - format.bottom();
            switch (sheet.footer()) {
                case OFFICIAL -> {
                    if (pages > 1) {
                        Align side = page % 2 == 1 ? Align.RIGHT : Align.LEFT;
                        // one character from the edge
                        String words = page % 2 == 1 ? "— " + page + " —\u3000" : "\u3000— " + page + " —";
                        line(Text.of(words, Style.NUMBER).align(side), below + NUMBER_DISTANCE - 2);
                    }
                }
                case COUNTED -> line(
                        Text.of("第" + page + "页 共" + pages + "页", COUNT).align(Align.CENTER), below + 4);
                case NONE -> {
                    // the sheet is one of its kind
                }
            }
        }

        private void note(String words) throws IOException {
            line(Text.of(words, NOTE), format.height() - format.bottom() / 2);
        }

        private void line(Text text, double top) throws IOException {
            double width = Units.points(format.textWidth());
            for (Line line : breaker.lines(text, text.style(), width).subList(0, 1)) {
                ink.words(line, text.style(), text.align(), Units.points(format.left()), Units.points(top), width);
            }
        }

        private static List<String> names(TreeSet<Integer> codePoints) {
            return codePoints.stream()
                    .map(code -> String.format("U+%04X", code))
                    .toList();
        }
    }
}
