package org.liaison.platform.internal.rules;

import java.time.Clock;
import java.time.LocalDate;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.Labels;
import org.liaison.platform.api.rules.RuleBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Labels out of the rule book, as of today. */
@Component
public final class RuleLabels implements Labels {
    private final RuleBook book;
    private final Clock clock;

    @Activate
    public RuleLabels(@Reference RuleBook book, @Reference Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String label(String list, String code) {
        LocalDate today = LocalDate.now(clock);
        return list.equals(CodeOf.DIVISION)
                ? book.division(code, today).map(Division::name).orElse(null)
                : book.code(list, code, today).map(Code::label).orElse(null);
    }
}
