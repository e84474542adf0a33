package org.liaison.platform.internal.paper;

import java.util.List;
import org.liaison.platform.api.paper.Block;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Sheet.Footer;

/** Sheets to be printed in tests. */
final class Sheets {
    private Sheets() {}

    static Sheet official(Block... blocks) {
        return new Sheet("试印", Format.OFFICIAL, List.of(blocks), Footer.NONE, null);
    }

    static Sheet form(Block... blocks) {
        return new Sheet("试印", Format.FORM, List.of(blocks), Footer.NONE, null);
    }
}
