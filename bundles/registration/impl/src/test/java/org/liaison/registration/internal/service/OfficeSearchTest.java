package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.registration.api.Form.Dispatcher;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.OfficeFilter.Sort;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.store.OfficeRows;
import org.liaison.registration.internal.store.RegistrationDatabase;

public class OfficeSearchTest {
    private static final Caller CLERK = Samples.caller("clerk", Role.CLK, Scope.ALL);

    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private final Accounts accounts = mock(Accounts.class);
    private final JpaOffices offices = new JpaOffices(new OpenDoor(), accounts, new CsvRuleBook(), database, null);

    @Test
    public void findsByAnyTwoCharactersThatStandTogether() {
        Office shiyan = open("十堰市人民政府驻青岛办事处", "370200");
        Office yunnan = open("云南省人民政府驻济南办事处", "370100");

        assertThat(found("十堰")).containsExactly(shiyan);
        assertThat(found("府驻")).containsExactly(yunnan, shiyan);
        assertThat(found("事处")).containsExactly(yunnan, shiyan);
        assertThat(found("云南省人民政府驻济南办事处")).containsExactly(yunnan);
        assertThat(found("堰十")).isEmpty();
    }

    @Test
    public void findsNothing_whenAllPairsAreThereButNotTheWord() {
        open("甲乙丙乙甲办事处", "370200");

        assertThat(found("丙乙丙")).isEmpty();
        assertThat(found("乙丙乙")).hasSize(1);
    }

    @Test
    public void findsByEveryWord_whenSeveralAreTyped() {
        Office shiyan = open("十堰市人民政府驻青岛办事处", "370200");
        open("十堰市商务局驻济南联络处", "370100");

        assertThat(found("青岛　十堰")).containsExactly(shiyan);
        assertThat(found(" 十堰 ")).hasSize(2);
        assertThat(found("十堰 云南")).isEmpty();
    }

    @Test
    public void takesARareCharacterAsOne() {
        Office rare = open("𬭎山市人民政府驻青岛办事处", "370200");
        open("𬭸山市人民政府驻青岛办事处", "370200");

        assertThat(found("𬭎山")).containsExactly(rare);
        assertThat(found("𬭎山市")).containsExactly(rare);
        refused("SEARCH_SHORT", "𬭎");
    }

    @Test
    public void keepsALongNameOfRareCharacters() {
        Office rare = open("𬭎".repeat(118) + "驻处", "370200");

        assertThat(found("驻处")).containsExactly(rare);
    }

    @Test
    public void makesWidthAndBlanksAlike_inNameAndSearch() {
        Office wide = open("Ａ１区 人民政府　驻青岛办事处", "370200");

        assertThat(wide.name()).isEqualTo("A1区人民政府驻青岛办事处");
        assertThat(found("A1")).containsExactly(wide);
        assertThat(found("Ａ１区人民")).containsExactly(wide);
        assertThatThrownBy(() -> open("A1区人民政府驻青岛办事处", "370200"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("OFFICE_EXISTS"));
    }

    @Test
    public void findsByAWholeNumber_presentAndFormer() {
        Office first = register(open("十堰市人民政府驻青岛办事处", "370200"), 1, OpenDoor.TODAY);
        register(open("云南省人民政府驻青岛办事处", "370200"), 2, OpenDoor.TODAY);

        assertThat(found("370200-2026-0001")).containsExactly(first);
        assertThat(found("３７０２００-2026-0001")).containsExactly(first);
        assertThat(found("鲁驻登字第37020020260001号")).containsExactly(first);
        assertThat(found("370200-2026-0009")).isEmpty();
        database.tx(manager -> {
            new OfficeRows(manager).load(Scope.ALL, first.id()).orElseThrow().certify("鲁驻登字第37020020260003号");
        });
        assertThat(found("鲁驻登字第37020020260003号")).extracting(Office::id).containsExactly(first.id());
        assertThat(found("鲁驻登字第37020020260001号")).extracting(Office::id).containsExactly(first.id());
    }

    @Test
    public void findsOnlyWhatTheCallerMaySee() {
        Office mine = open("十堰市人民政府驻青岛办事处", "370200");
        Office other = open("十堰市商务局驻济南联络处", "370100");
        OfficeFilter search = new OfficeFilter(null, null, null, null, "十堰", null);

        assertThat(page(Samples.caller("hed", Role.HED, Scope.office(mine.id())), search, 10, null)
                        .items())
                .containsExactly(mine);
        assertThat(page(Samples.caller("city", Role.CLK, Scope.city("370100")), search, 10, null)
                        .items())
                .containsExactly(other);
        Scope unit = new Scope(Scope.Kind.DISPATCHER, other.dispatcherId());
        register(mine, 1, OpenDoor.TODAY);
        register(other, 2, OpenDoor.TODAY);
        assertThat(page(Samples.caller("dgv", Role.DGV, unit), search, 10, null).items())
                .extracting(Office::id)
                .containsExactly(other.id());
    }

    @Test
    public void narrowsByStatusAndCity() {
        Office registered = register(open("十堰市人民政府驻青岛办事处", "370200"), 1, OpenDoor.TODAY);
        Office waiting = open("十堰市商务局驻青岛联络处", "370200");
        open("十堰市教育局驻济南联络处", "370100");

        assertThat(list(new OfficeFilter(OfficeStatus.REGISTERED, null, null, null, "十堰", null)))
                .containsExactly(registered);
        assertThat(list(new OfficeFilter(OfficeStatus.UNREGISTERED, "370200", null, null, "十堰", null)))
                .containsExactly(waiting);
        assertThat(list(new OfficeFilter(null, "370300", null, null, null, null)))
                .isEmpty();
    }

    @Test
    public void narrowsByLevelAndNature() {
        Office first = register(open("十堰市人民政府驻青岛办事处", "370200"), 1, OpenDoor.TODAY);
        Office second = register(open("十堰市商务局驻青岛联络处", "370200"), 2, OpenDoor.TODAY);
        Office waiting = open("十堰市教育局驻济南联络处", "370100");

        assertThat(list(new OfficeFilter(null, null, null, "1", null, null))).containsExactly(first);
        assertThat(list(new OfficeFilter(null, null, "3", "3", "十堰", null))).containsExactly(second);
        assertThat(list(new OfficeFilter(null, "370100", "3", null, null, null)))
                .containsExactly(waiting);
        assertThat(list(new OfficeFilter(null, null, "4", null, null, null))).isEmpty();
    }

    @Test
    public void givesEveryOfficeOnce_whateverTheOrder() {
        for (int i = 0; i < 7; i++) {
            register(open("十堰市第" + i + "局驻青岛办事处", "370200"), i, OpenDoor.TODAY.minusDays(i / 3));
        }
        open("十堰市人民政府驻青岛办事处", "370200");

        assertThat(paged(Sort.NAME))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .extracting(Office::name)
                .isSorted();
        assertThat(paged(Sort.REGISTERED))
                .hasSize(7)
                .doesNotHaveDuplicates()
                .extracting(Office::registeredOn)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    private List<Office> paged(Sort sort) {
        List<Office> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Office> page = page(CLERK, new OfficeFilter(null, null, null, null, "十堰", sort), 3, after);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        return seen;
    }

    @Test
    public void isMalformed_whenTheCursorIsOfAnotherOrder() {
        open("十堰市人民政府驻青岛办事处", "370200");
        open("云南省人民政府驻青岛办事处", "370200");
        String byName = page(CLERK, OfficeFilter.ALL, 1, null).next();

        assertThatThrownBy(
                        () -> page(CLERK, new OfficeFilter(null, null, null, null, null, Sort.REGISTERED), 1, byName))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.malformed()).isTrue());
    }

    @Test
    public void isRefused_whenTooShortOrTooLong() {
        refused("SEARCH_SHORT", "十");
        refused("SEARCH_SHORT", "十堰 市");
        refused("SEARCH_SHORT", "%");
        refused("SEARCH_LONG", "十堰 青岛 云南 济南 甘肃");
        refused("SEARCH_LONG", "堰".repeat(61));
        assertThat(found("\u0000")).isEmpty();
        assertThat(found(" ")).isEmpty();
        assertThat(found("%%")).isEmpty();
    }

    private void refused(String code, String q) {
        assertThatThrownBy(() -> found(q)).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.malformed()).isTrue();
            assertThat(e.violations()).extracting("path", "code").containsExactly(tuple("q", code));
        });
    }

    private List<Office> found(String q) {
        return list(new OfficeFilter(null, null, null, null, q, null));
    }

    private List<Office> list(OfficeFilter filter) {
        return page(CLERK, filter, 10, null).items();
    }

    private Page<Office> page(Caller caller, OfficeFilter filter, int limit, String after) {
        return offices.list(caller, filter, new PageRequest(limit, after));
    }

    private Office open(String name, String city) {
        Dispatcher unit =
                new Dispatcher("派出" + Normalisation.name(name).hashCode(), "2", "3", "420300", null, null, null, null);
        OpenOffice request =
                new OpenOffice(name, city, unit, "十政函〔2026〕1号", LocalDate.of(2026, 3, 1), "head.one", "高建");
        return offices.open(CLERK, request, null).office();
    }

    private Office register(Office office, int serial, LocalDate day) {
        database.tx(manager -> new OfficeRows(manager)
                .load(Scope.ALL, office.id())
                .orElseThrow()
                .register(
                        "%s-2026-%04d".formatted(office.hostCity(), serial),
                        day,
                        "鲁驻登字第%s2026%04d号".formatted(office.hostCity(), serial),
                        serial == 1 ? "1" : "3"));
        return offices.get(CLERK, office.id());
    }
}
