package org.liaison.platform.api.notice;

import java.util.List;
import org.liaison.platform.api.Unit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells people what an act means for them (通知). The notice and what is to be sent are rows of the act's own transaction: a
 * person hears of nothing that was not committed, and of everything that was. Thread-safe.
 */
@ProviderType
public interface Notices {
    /**
     * Writes one notice a person into the running act. Who is a recipient twice is told once.
     *
     * @throws IllegalArgumentException when the rule book has no words for the rule on that day, or a fact is missing
     */
    void tell(Unit unit, Message message, List<Recipient> to);
}
