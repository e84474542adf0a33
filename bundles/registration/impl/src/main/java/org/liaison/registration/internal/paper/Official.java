package org.liaison.registration.internal.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.paper.Block;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Gap;
import org.liaison.platform.api.paper.Block.Signature;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;
import org.liaison.platform.api.paper.Style;

/** An official document (公文) by the page values of GB/T 9704: title, number, addressee, body, signature. */
final class Official {
    private static final double LINE = 225.0 / 22;
    private static final Style HEADING =
            new Style(Face.HEI, Style.BODY.size(), Style.BODY.pitch(), Style.BODY.leading(), Style.BODY.least(), 0);

    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    /** @param title a line feed tells where it breaks well */
    Official(String title) {
        this.title = title.replace("\n", "");
        blocks.add(Text.of(title, Style.TITLE).align(Align.CENTER));
    }

    /** Number of the document (文号), centred under the title. */
    Official number(String words) {
        blocks.add(Text.of(words, Style.BODY).align(Align.CENTER));
        return this;
    }

    /** Addressee (主送机关), a line below the title, at the left edge. */
    Official to(String addressee) {
        blocks.add(new Gap(LINE));
        blocks.add(Text.of(addressee + "：", Style.BODY));
        return this;
    }

    Official paragraph(String words) {
        blocks.add(new Text(words, Style.BODY, Align.JUSTIFY, 2));
        return this;
    }

    /** One paragraph a line; a blank line is none. */
    Official paragraphs(String lines) {
        lines.lines().filter(line -> !line.isBlank()).forEach(this::paragraph);
        return this;
    }

    /** Heading of the first level (一级标题). */
    Official heading(String words) {
        blocks.add(new Text(words, HEADING, Align.JUSTIFY, 2));
        return this;
    }

    Official block(Block block) {
        blocks.add(block);
        return this;
    }

    /** What is enclosed (附件说明), a line below the body. */
    Official enclosed(String words) {
        blocks.add(new Gap(LINE));
        return paragraph("附件：" + words);
    }

    /** Issuer and day (落款), two lines below the body; a null day is written by hand. */
    Official signed(String issuer, LocalDate day) {
        blocks.add(new Gap(2 * LINE));
        blocks.add(new Signature(issuer, day, Style.BODY));
        return this;
    }

    Sheet sheet() {
        return new Sheet(title, Format.OFFICIAL, blocks, Footer.OFFICIAL, null);
    }
}
