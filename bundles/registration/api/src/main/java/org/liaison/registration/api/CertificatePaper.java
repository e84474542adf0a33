package org.liaison.registration.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.platform.api.workflow.Labelled;

/** A document of a certificate on paper (登记证文书), domain page 5.4. */
public enum CertificatePaper implements Labelled {
    /** The original (正本), A3 across. */
    ORIGINAL("登记证正本"),
    /** A duplicate (副本), A4. */
    DUPLICATE("登记证副本"),
    /** What the receiver signs at the hand-over (领证签收单). */
    RECEIPT("领证签收单");

    private final String label;

    CertificatePaper(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The word for it in addresses, e.g. {@code original}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    public static Optional<CertificatePaper> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
