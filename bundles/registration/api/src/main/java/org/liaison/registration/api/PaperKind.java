package org.liaison.registration.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.platform.api.workflow.Labelled;

/** A document of a filing application on paper (文书), domain page 5.4. */
public enum PaperKind implements Labelled {
    /** Material M5, printed from the data for seal and signature; two A4 pages. */
    FORM("备案登记申请表"),
    /** Template of material M1 for the dispatching unit, with what the draft already says. */
    LETTER("申请备案登记的公函（参考文本）"),
    /** Template of material M4 for the dispatching unit. */
    COMMITMENT("撤销后遗留问题的承诺函（参考文本）"),
    /** All defects of one return, one notice for each round. */
    CORRECTION("一次性补正告知书"),
    /** From the acceptance on. */
    ACCEPTANCE("材料清单与受理通知书"),
    /** Once the refusal of the intake was confirmed. */
    REFUSAL("不予受理告知书"),
    /** What the Bureau's people found, internal. */
    APPROVAL("备案登记审批表"),
    /** Once the leader has denied the filing. */
    DENIAL("不予备案告知书");

    private final String label;

    PaperKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The word for it in addresses and on the console, e.g. {@code approval}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word. */
    public static Optional<PaperKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
