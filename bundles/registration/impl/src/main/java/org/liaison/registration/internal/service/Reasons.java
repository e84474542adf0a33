package org.liaison.registration.internal.service;

import java.util.List;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.FreeText;

/** The reason a person gives before seeing what is masked (查看理由): 1 to 200 characters without an identity number. */
final class Reasons {
    private static final int LONGEST = 200;

    private Reasons() {}

    /**
     * Checks a reason.
     *
     * @param what is to be done, in words of the person
     * @throws Invalid {@code REASON}, {@code TEXT_ID_NUMBER}
     */
    static void check(String reason, String what) {
        if (reason == null || reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST) {
            throw new Invalid("reason", "REASON", what + "须说明理由，不超过" + LONGEST + "个字符");
        }
        text("reason", reason);
    }

    /** @throws Invalid {@code TEXT_ID_NUMBER} when the text, which may be null, holds an identity number */
    static void text(String path, String text) {
        FreeText.identityNumber(path, text).ifPresent(Reasons::refuse);
    }

    /** @throws Invalid {@code TEXT_ID_NUMBER}, {@code SECRECY_MARK} when the title, which may be null, holds either */
    static void title(String path, String title) {
        text(path, title);
        FreeText.secrecyMark(path, title).ifPresent(Reasons::refuse);
    }

    private static void refuse(Violation violation) {
        throw new Invalid(List.of(violation));
    }
}
