package org.liaison.registration.internal.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.IdentityNumbers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unit;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Form.Deputy;
import org.liaison.registration.api.Form.Head;

/**
 * Puts references in the place of a form's identity numbers and masks them again. A masked value that comes back as it was
 * served means unchanged; any other {@code *} is refused.
 */
final class IdentityReferences {
    private static final Set<Role> BUREAU = Set.of(Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.INS, Role.AUD);
    private static final int LONGEST = 30;

    private final IdentityNumbers numbers;

    IdentityReferences(IdentityNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * What is stored of a form as typed.
     *
     * @param stored the form stored so far, with references
     * @throws Invalid {@code ID_NUMBER_MASKED}, {@code ID_NUMBER_LENGTH}
     */
    Form keep(Unit unit, Form typed, Form stored) {
        Map<String, String> clear = reveal(stored);
        return replace(typed, (path, number) -> {
            if (number.indexOf('*') >= 0) {
                return unchanged(path, number, typed, stored, clear, unit.caller());
            }
            if (number.isBlank() || number.length() > LONGEST) {
                throw new Invalid(path, "ID_NUMBER_LENGTH", "身份证号应为1至" + LONGEST + "个字符");
            }
            return numbers.keep(unit, number);
        });
    }

    /** The form as this caller sees it. */
    Form masked(Form stored, Caller caller) {
        Map<String, String> clear = reveal(stored);
        return replace(stored, (path, reference) -> mask(clear, reference, caller));
    }

    /** The form with clear numbers; for rules only. */
    Form clear(Form stored) {
        Map<String, String> clear = reveal(stored);
        return replace(stored, (path, reference) -> clear.get(reference));
    }

    private String unchanged(
            String path, String number, Form typed, Form stored, Map<String, String> clear, Caller caller) {
        // a deputy may have moved to another row, so any reference served with this mask will do if it is the only one
        Set<String> same = new HashSet<>();
        references(stored)
                .filter(reference -> mask(clear, reference, caller).equals(number))
                .forEach(same::add);
        List<String> before = at(stored, path);
        if (same.containsAll(before) && !before.isEmpty() && (same.size() == 1 || samePerson(typed, stored, path))) {
            return before.get(0);
        }
        if (same.size() == 1 && !path.startsWith("head")) {
            return same.iterator().next();
        }
        throw new Invalid(path, "ID_NUMBER_MASKED", "身份证号含有*且与原值不符，请填写完整号码");
    }

    /** The reference at a path such as {@code deputies[0].idNumber}; empty when there is none. */
    static List<String> at(Form stored, String path) {
        List<String> found = new ArrayList<>();
        replace(stored, (place, reference) -> {
            if (place.equals(path)) {
                found.add(reference);
            }
            return reference;
        });
        return found;
    }

    // two numbers may look the same behind the mask: then the row must be the same person's as before
    private static boolean samePerson(Form typed, Form stored, String path) {
        String now = name(typed, path);
        return now != null && now.equals(name(stored, path));
    }

    private static String name(Form form, String path) {
        if (path.startsWith("head")) {
            return form.head().name();
        }
        int row = Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
        return form.deputies().get(row).name();
    }

    private static String mask(Map<String, String> clear, String reference, Caller caller) {
        String number = clear.get(reference);
        boolean bureau =
                caller.acting() != null && BUREAU.contains(caller.acting().role());
        return bureau ? IdentityNumbers.maskBureau(number) : IdentityNumbers.maskOthers(number);
    }

    private Map<String, String> reveal(Form stored) {
        Set<String> wanted = new HashSet<>();
        references(stored).forEach(wanted::add);
        return wanted.isEmpty() ? Map.of() : numbers.reveal(wanted);
    }

    private static Stream<String> references(Form form) {
        Stream<String> head =
                form.head() == null ? Stream.empty() : Stream.of(form.head()).map(Head::idNumber);
        Stream<String> deputies = form.deputies() == null
                ? Stream.empty()
                : form.deputies().stream().filter(Objects::nonNull).map(Deputy::idNumber);
        return Stream.concat(head, deputies).filter(Objects::nonNull);
    }

    private static Form replace(Form f, BiFunction<String, String, String> number) {
        List<Deputy> deputies = null;
        if (f.deputies() != null) {
            deputies = new ArrayList<>();
            for (Deputy deputy : f.deputies()) {
                deputies.add(replace(deputy, "deputies[" + deputies.size() + "].idNumber", number));
            }
        }
        Head head = replace(f.head(), "head.idNumber", number);
        return new Form(
                f.name(),
                f.shortName(),
                f.dispatcher(),
                f.hostCity(),
                f.nature(),
                f.establishmentLevel(),
                f.funding(),
                f.nonProfit(),
                f.mainBusiness(),
                f.duties(),
                f.establishment(),
                f.nameApproval(),
                f.provincialApprovalNo(),
                f.staffingQuota(),
                f.leaderQuota(),
                f.staffInPost(),
                f.hired(),
                f.departments(),
                f.address(),
                f.phone(),
                f.premises(),
                head,
                deputies,
                f.contact(),
                f.letter(),
                f.commitment(),
                f.partyOrg());
    }

    private static Head replace(Head h, String path, BiFunction<String, String, String> number) {
        return h == null || h.idNumber() == null
                ? h
                : new Head(
                        h.name(),
                        number.apply(path, h.idNumber()),
                        h.sex(),
                        h.birthDate(),
                        h.ethnicGroup(),
                        h.mobile(),
                        h.staffKind(),
                        h.politicalStatus(),
                        h.education(),
                        h.post(),
                        h.leadershipRank(),
                        h.appointment(),
                        h.inPostFrom(),
                        h.cv());
    }

    private static Deputy replace(Deputy d, String path, BiFunction<String, String, String> number) {
        return d == null || d.idNumber() == null
                ? d
                : new Deputy(
                        d.name(),
                        number.apply(path, d.idNumber()),
                        d.sex(),
                        d.birthDate(),
                        d.ethnicGroup(),
                        d.mobile(),
                        d.staffKind(),
                        d.politicalStatus(),
                        d.post(),
                        d.inPostFrom());
    }
}
