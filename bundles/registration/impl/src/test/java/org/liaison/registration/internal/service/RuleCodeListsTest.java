package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.registration.api.CodeLists;
import org.liaison.registration.api.Form;
import org.liaison.registration.internal.rules.CsvRuleBook;

/** {@link RuleCodeLists}. */
public class RuleCodeListsTest {
    private final OpenDoor door = new OpenDoor();

    private List<Code> codes(Role role) {
        return new RuleCodeLists(door, new CsvRuleBook(), door.clock()).all(Samples.caller("someone", role, Scope.ALL));
    }

    @Test
    public void everyListThatTheFormNames_isThere() {
        Set<String> wanted = lists(Form.class).collect(Collectors.toCollection(TreeSet::new));
        wanted.remove(CodeOf.DIVISION);

        assertThat(wanted).hasSizeGreaterThan(10);
        assertThat(codes(Role.FIL).stream().map(Code::list).collect(Collectors.toSet()))
                .containsAll(wanted)
                .contains("material", CodeLists.DISTRICT);
    }

    private static Stream<String> lists(Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(RuleCodeListsTest::lists);
    }

    private static Stream<String> lists(RecordComponent field) {
        if (field.isAnnotationPresent(CodeOf.class)) {
            return Stream.of(field.getAnnotation(CodeOf.class).value());
        }
        String name = field.getGenericType().getTypeName().replaceAll(".*<|>.*", "");
        return Stream.of(Form.class.getDeclaredClasses())
                .filter(part -> part.getName().equals(name))
                .flatMap(RuleCodeListsTest::lists);
    }

    @Test
    public void districts_areThoseOfTheHostCitiesWithoutCounterRows() {
        assertThat(codes(Role.HED).stream().filter(code -> code.list().equals(CodeLists.DISTRICT)))
                .extracting(Code::code, Code::label)
                .contains(tuple("370102", "历下区"), tuple("370203", "市北区"))
                .allMatch(each -> each.toList().get(0).toString().matches("370[12].*"))
                .noneMatch(each -> each.toList().get(1).equals("市辖区"));
    }

    @Test
    public void terms_areTheSettingsOfToday() {
        assertThat(codes(Role.FIL).stream().filter(code -> code.list().equals(CodeLists.TERM)))
                .extracting(Code::code, Code::label)
                .contains(tuple("intake.workingdays", "5"), tuple("correction.workingdays", "15"));
    }

    @Test
    public void whoMayNotReadOffices_isRefused() {
        assertThatThrownBy(() -> codes(Role.OPS)).isInstanceOf(Forbidden.class);
    }

    @Test
    public void divisions_areFoundByAWordOfSomeLength() {
        RuleCodeLists lists = new RuleCodeLists(door, new CsvRuleBook(), door.clock());
        Caller clerk = Samples.caller("clerk", Role.CLK, Scope.ALL);

        assertThat(lists.divisions(clerk, " 十堰 ")).extracting(Code::code).contains("420300");
        assertThat(lists.divisions(clerk, "自治")).hasSize(20);
        for (String word : Arrays.asList(null, "", " 堰 ", "堰".repeat(31))) {
            assertThatThrownBy(() -> lists.divisions(clerk, word)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> lists.divisions(Samples.caller("someone", Role.OPS, Scope.ALL), ""))
                .as("the gate speaks first")
                .isInstanceOf(Forbidden.class);
    }
}
