package org.liaison.registration.internal.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.platform.api.rules.WorkCalendar;
import org.liaison.registration.internal.rules.CsvRuleBook;

/** The delivered lists with the settings that papers ask for. */
final class Rules implements RuleBook {
    private static final Map<String, String> SETTINGS =
            Map.of("certificate.issuer", "山东省机关事务管理局", "decision.workingdays", "20");

    private final RuleBook lists = new CsvRuleBook();

    @Override
    public Optional<Code> code(String list, String code, LocalDate at) {
        return lists.code(list, code, at);
    }

    @Override
    public List<Code> codes(String list, LocalDate at) {
        return lists.codes(list, at);
    }

    @Override
    public Optional<Division> division(String code, LocalDate at) {
        return lists.division(code, at);
    }

    @Override
    public boolean divisionEverAssigned(String code) {
        return lists.divisionEverAssigned(code);
    }

    @Override
    public WorkCalendar calendar() {
        return lists.calendar();
    }

    @Override
    public String setting(String name, LocalDate at) {
        return Optional.ofNullable(SETTINGS.get(name)).orElseThrow();
    }
}
