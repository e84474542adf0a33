package org.liaison.registration.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.CodeLists;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The code lists as the rule book has them today. */
@Component
public final class RuleCodeLists implements CodeLists {
    private static final String HOST_CITY = "host-city";
    private static final List<String> LISTS = List.of(
            HOST_CITY,
            "dispatcher-kind",
            "dispatcher-level",
            "nature",
            "establishment-level",
            "funding",
            "duty-group",
            "quota-kind",
            "premises-kind",
            "premises-right",
            "room-use",
            "leadership-rank",
            "sex",
            "ethnic-group",
            "political-status",
            "education",
            "staff-kind",
            "party-org-kind",
            "material");

    private static final List<String> TERMS = List.of(
            "filing.timely.days",
            "intake.workingdays",
            "correction.workingdays",
            "decision.workingdays",
            "decision.extension.workingdays",
            "handover.workingdays");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;
    private static final int MOST = 20;

    private final Operations operations;
    private final RuleBook book;
    private final Clock clock;

    @Activate
    public RuleCodeLists(@Reference Operations operations, @Reference RuleBook book, @Reference Clock clock) {
        this.operations = operations;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<Code> all(Caller caller) {
        return operations.read(caller, RegistrationPermissions.OFFICE_READ, scope -> today());
    }

    @Override
    public List<Code> divisions(Caller caller, String word) {
        return operations.read(caller, RegistrationPermissions.OFFICE_READ, scope -> {
            String wanted = word == null ? "" : word.strip();
            if (wanted.length() < SHORTEST) {
                throw Invalid.malformed("q", "SEARCH_SHORT", "检索词至少2个字");
            }
            if (wanted.length() > LONGEST) {
                throw Invalid.malformed("q", "SEARCH_LONG", "检索词至多30个字");
            }
            return book.divisions(wanted, day(), MOST);
        });
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    private List<Code> today() {
        LocalDate today = day();
        return Stream.of(
                        LISTS.stream().flatMap(list -> book.codes(list, today).stream()),
                        book.codes(HOST_CITY, today).stream().flatMap(city -> districts(city.code(), today)),
                        TERMS.stream().map(term -> new Code(TERM, term, book.setting(term, today))))
                .flatMap(each -> each)
                .toList();
    }

    /** Of a code PPCC00 the codes PPCC01 to PPCC99, without the rows that are nobody's address. */
    private Stream<Code> districts(String city, LocalDate today) {
        int base = Integer.parseInt(city);
        return IntStream.rangeClosed(1, 99)
                .mapToObj(county -> book.division(String.valueOf(base + county), today))
                .flatMap(Optional::stream)
                .filter(division -> !division.pseudo())
                .map(division -> new Code(DISTRICT, division.code(), division.name()));
    }
}
