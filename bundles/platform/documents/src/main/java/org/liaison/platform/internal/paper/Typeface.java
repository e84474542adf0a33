package org.liaison.platform.internal.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font file, parsed once. Not thread-safe: the parsed font reads its file with one position. */
final class Typeface {
    private final TrueTypeFont font;
    private final TypedCmap cmap;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.cmap = new TypedCmap(font.getUnicodeCmapLookup());
        this.unitsPerEm = font.getUnitsPerEm();
        font.getCmap().setCmaps(new CmapSubtable[] {cmap});
    }

    /**
     * Reads a font; it is tried in an empty document, so that a file that cannot be embedded is refused here.
     *
     * @throws IOException when the file is no TrueType font that may be embedded
     */
    static Typeface read(InputStream file) throws IOException {
        Typeface read = new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        try (PDDocument trial = new PDDocument()) {
            PDType0Font.load(trial, read.font, true);
        }
        return read;
    }

    boolean has(int codePoint) {
        return cmap.getGlyphId(codePoint) != 0;
    }

    /** Width of a character in ems. */
    double width(int codePoint) {
        try {
            return font.getAdvanceWidth(cmap.getGlyphId(codePoint)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font for one document; only the characters used are embedded. */
    PDType0Font in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    /** Nothing is typed yet. */
    void forget() {
        cmap.typed.clear();
    }

    /** A character is going to be printed in the present document. */
    void typed(int codePoint) {
        cmap.typed.add(codePoint);
    }

    /**
     * One drawing often serves several code points, 山 and the radical ⼭ for one; of these the reverse look-up, from which
     * the document learns what its text means when copied, gives the first. Here it gives the one that was typed.
     */
    private static final class TypedCmap extends CmapSubtable {
        private final CmapLookup inner;
        private final Set<Integer> typed = new HashSet<>();

        TypedCmap(CmapLookup inner) {
            this.inner = inner;
            setPlatformId(CmapTable.PLATFORM_UNICODE);
            setPlatformEncodingId(CmapTable.ENCODING_UNICODE_2_0_FULL);
        }

        @Override
        public int getGlyphId(int codePoint) {
            return inner.getGlyphId(codePoint);
        }

        @Override
        public List<Integer> getCharCodes(int glyph) {
            List<Integer> all = inner.getCharCodes(glyph);
            return all == null || all.size() == 1
                    ? all
                    : all.stream()
                            .filter(typed::contains)
                            .findFirst()
                            .map(List::of)
                            .orElse(all);
        }
    }
}
