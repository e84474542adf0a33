package org.liaison.platform.api.paper;

import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Prints sheets as PDF. Fonts are embedded, so that the document looks the same everywhere, and the text copied from it is
 * the text that was given. In demonstration mode every page carries 演示. Thread-safe; sheets are printed one after the other.
 */
@ProviderType
public interface Press {
    /**
     * Prints a sheet.
     *
     * @param out takes the whole document after it was made, so a slow reader holds nobody up; not closed
     * @throws org.liaison.platform.api.Unavailable {@code PRESS_BUSY} when others hold the press too long
     * @throws java.io.UncheckedIOException when {@code out} fails
     */
    Printed print(Sheet sheet, OutputStream out);

    /**
     * What was printed.
     *
     * @param pages number of pages
     * @param missing characters that no font has, as {@code U+30EDE}, in ascending order; each is printed as 〓, named at the
     *     foot of its page and logged. Empty as a rule: a paper with such a mark is not fit to be handed out
     */
    record Printed(int pages, List<String> missing) {
        public Printed {
            missing = List.copyOf(missing);
        }
    }
}
