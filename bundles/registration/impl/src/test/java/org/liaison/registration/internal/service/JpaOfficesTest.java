package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.Places.Place;
import org.liaison.registration.api.Form.Dispatcher;
import org.liaison.registration.api.Form.Superior;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.api.OpenedOffice;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.store.RegistrationDatabase;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnitRunner;

@RunWith(MockitoJUnitRunner.StrictStubs.class)
public class JpaOfficesTest {
    private static final String USCC = "11420300MB8000013F";

    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    @Mock
    private Accounts accounts;

    private final OpenDoor door = new OpenDoor();
    private final Caller clerk = caller(Role.CLK, Scope.ALL);
    private JpaOffices offices;

    @Before
    public void build() {
        offices = new JpaOffices(door, accounts, new CsvRuleBook(), database, null);
    }

    @Test
    public void openMakesOfficeDispatcherAndHead_whenAllIsRight() {
        when(accounts.enrol(any(), eq("head.shiyan"), eq("高建"))).thenReturn("once-only");
        OpenedOffice opened = offices.open(clerk, request("十堰市人民政府驻青岛办事处", city("十堰市人民政府", USCC)), null);

        Office office = opened.office();
        assertThat(opened.oneTimePassword()).isEqualTo("once-only");
        assertThat(office.status()).isEqualTo(OfficeStatus.UNREGISTERED);
        assertThat(office.version()).isPositive();
        assertThat(offices.get(clerk, office.id())).isEqualTo(office);
        verify(accounts).bind(any(), eq("head.shiyan"), eq(new Binding(Role.HED, Scope.office(office.id()), null)));
        assertThat(door.published).containsExactly("org/liaison/registration/OFFICE_OPENED");
        assertThat(door.done.get(0).officeId()).isEqualTo(office.id());
    }

    @Test
    public void places_nameOfficeAndDispatchingUnit_andNothingElse() {
        Office office = offices.open(clerk, request("甲市驻青岛办事处", city("甲市人民政府", null)), null)
                .office();
        RegisteredPlaces places = new RegisteredPlaces(database, null);

        assertThat(places.find(Scope.office(office.id()))).contains(new Place("甲市驻青岛办事处", office.hostCity()));
        assertThat(places.find(new Scope(Scope.Kind.DISPATCHER, office.dispatcherId())))
                .contains(new Place("甲市人民政府", null));
        assertThat(places.find(Scope.office(office.dispatcherId()))).isEmpty();
        assertThat(places.find(Scope.city(office.hostCity()))).isEmpty();
    }

    @Test
    public void openShowsThePasswordOnce_whenTheRequestIsRepeated() {
        when(accounts.enrol(any(), any(), any())).thenReturn("once-only");
        OpenOffice request = request("十堰市人民政府驻青岛办事处", city("十堰市人民政府", USCC));
        OpenedOffice first = offices.open(clerk, request, "key-1");
        OpenedOffice again = offices.open(clerk, request, "key-1");

        assertThat(again.oneTimePassword()).isNull();
        assertThat(again.office()).isEqualTo(first.office());
        assertThat(again.headAccount()).isEqualTo("head.shiyan");
        assertThat(database.count("select count(*) from registration.office")).isEqualTo(1);
    }

    @Test
    public void openBindsOnly_whenTheAccountIsThere() {
        when(accounts.find("head.shiyan"))
                .thenReturn(Optional.of(new Account("head.shiyan", "高建", "ACTIVE", false, List.of())));
        OpenedOffice opened = offices.open(clerk, request("甲市驻济南办事处", city("甲市人民政府", null)), null);

        assertThat(opened.oneTimePassword()).isNull();
        verify(accounts, never()).enrol(any(), any(), any());
        verify(accounts).bind(any(), eq("head.shiyan"), any());
    }

    @Test
    public void openPicksTheDispatcher_whenCodeOrNameAndDivisionAreThere() {
        offices.open(clerk, request("办事处甲", city("十堰市人民政府", USCC)), null);
        offices.open(clerk, request("办事处乙", city("十堰市人民政府（曾用名）", USCC)), null);
        offices.open(clerk, request("办事处丙", city("十堰市人民政府", null)), null);

        assertThat(database.count("select count(*) from registration.dispatcher"))
                .isEqualTo(1);
        assertThat(database.count("select count(distinct dispatcher_id) from registration.office_v1"))
                .isEqualTo(1);
    }

    @Test
    public void openMakesTheSuperior_whenADepartmentDispatches() {
        Superior above = new Superior("十堰市人民政府", "2", "3", "420300", USCC);
        offices.open(clerk, request("商务局驻青岛办事处", department(above)), null);

        assertThat(database.count("select count(*) from registration.dispatcher where superior_id is not null"))
                .isEqualTo(1);
        assertThat(database.count("select count(*) from registration.dispatcher"))
                .isEqualTo(2);
    }

    @Test
    public void openRefuses_whenTheDispatcherHasAnotherCode() {
        offices.open(clerk, request("办事处甲", city("十堰市人民政府", USCC)), null);
        Invalid refused = catchThrowableOfType(
                () -> offices.open(clerk, request("办事处乙", city("十堰市人民政府", "11130200MB8000101Q")), null), Invalid.class);

        assertThat(refused.violations()).extracting(Violation::path).containsExactly("dispatcher.uscc");
        assertThat(database.count("select count(*) from registration.office")).isEqualTo(1);
    }

    @Test
    public void openConflicts_whenTheOfficeIsThere() {
        OpenOffice request = request("办事处甲", city("十堰市人民政府", USCC));
        offices.open(clerk, request, null);
        assertThatThrownBy(() -> offices.open(clerk, request, null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("OFFICE_EXISTS"));
    }

    @Test
    public void openNamesEveryPath_whenTheRequestIsEmpty() {
        Invalid refused = catchThrowableOfType(
                () -> offices.open(clerk, new OpenOffice(null, null, null, null, null, null, null), null),
                Invalid.class);

        assertThat(refused.violations())
                .extracting(Violation::path)
                .containsExactly("name", "hostCity", "dispatcher", "letterNo", "letterDate", "headAccount");
    }

    @Test
    public void openNamesThePath_whenAValueIsWrong() {
        Dispatcher wrong = new Dispatcher("某局", "4", "7", "42", "X", null, null, null);
        OpenOffice request = new OpenOffice(
                "名".repeat(121), "370300", wrong, "函1", OpenDoor.TODAY.plusDays(1), "Head Account", null);
        Invalid refused = catchThrowableOfType(() -> offices.open(clerk, request, null), Invalid.class);

        assertThat(refused.violations())
                .extracting(Violation::path)
                .containsExactly(
                        "name",
                        "hostCity",
                        "dispatcher.level",
                        "dispatcher.division",
                        "dispatcher.uscc",
                        "dispatcher.superior",
                        "letterDate",
                        "headAccount");
    }

    @Test
    public void openAsksForTheHeadsName_whenTheAccountIsNew() {
        OpenOffice request =
                new OpenOffice("办事处", "370200", city("甲市人民政府", null), "函1", OpenDoor.TODAY, "head.new", null);
        Invalid refused = catchThrowableOfType(() -> offices.open(clerk, request, null), Invalid.class);

        assertThat(refused.violations()).extracting(Violation::path).containsExactly("headName");
    }

    @Test
    public void openIsForbidden_whenTheClerkIsOfAnotherCity() {
        OpenOffice request = request("办事处甲", city("十堰市人民政府", USCC));
        assertThatThrownBy(() -> offices.open(caller(Role.CLK, Scope.city("370100")), request, null))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    public void getIsNotFound_whenTheOfficeIsForeignOrMissing() {
        Office mine = open("办事处甲", "甲市人民政府");
        Office other = open("办事处乙", "乙市人民政府");
        Caller head = caller(Role.HED, Scope.office(mine.id()));

        assertThat(offices.get(head, mine.id())).isEqualTo(mine);
        assertThatThrownBy(() -> offices.get(head, other.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offices.get(head, "missing")).isInstanceOf(NotFound.class);
    }

    @Test
    public void listHoldsTheScope_whateverItsKind() {
        Office first = open("办事处甲", "甲市人民政府");
        Office second = open("办事处乙", "乙市人民政府");
        PageRequest page = new PageRequest(10, null);

        assertThat(offices.list(clerk, OfficeFilter.ALL, page).items()).containsExactlyInAnyOrder(first, second);
        assertThat(offices.list(caller(Role.CLK, Scope.city("370100")), OfficeFilter.ALL, page)
                        .items())
                .isEmpty();
        assertThat(offices.list(caller(Role.CLK, Scope.city("370200")), OfficeFilter.ALL, page)
                        .items())
                .hasSize(2);
        assertThat(offices.list(caller(Role.HED, Scope.office(first.id())), OfficeFilter.ALL, page)
                        .items())
                .containsExactly(first);
        Scope unit = new Scope(Scope.Kind.DISPATCHER, second.dispatcherId());
        assertThat(offices.list(caller(Role.DGV, unit), OfficeFilter.ALL, page).items())
                .as("what is not registered is none of the dispatching side's")
                .isEmpty();
        Scope task = new Scope(Scope.Kind.TASK, first.id());
        assertThat(offices.list(caller(Role.INS, task), OfficeFilter.ALL, page).items())
                .isEmpty();
    }

    @Test
    public void listGivesEveryOfficeOnce_whenPaged() {
        for (int i = 0; i < 7; i++) {
            open("办事处", i + "市人民政府");
            open("办事处" + i, i + "市人民政府");
        }
        List<Office> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Office> page = offices.list(clerk, status(OfficeStatus.UNREGISTERED), new PageRequest(3, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(14).doesNotHaveDuplicates();
        assertThat(seen).extracting(Office::name).isSorted();
        assertThat(offices.list(clerk, status(OfficeStatus.REGISTERED), new PageRequest(3, null))
                        .items())
                .isEmpty();
    }

    @Test
    public void listIsMalformed_whenTheCursorIsNoneOfOurs() {
        assertThatThrownBy(() -> offices.list(clerk, OfficeFilter.ALL, new PageRequest(3, "*")))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.malformed()).isTrue());
    }

    @Test
    public void directoryFindsNothing_whenTheOfficeIsForeign() {
        Office mine = open("办事处甲", "甲市人民政府");
        JpaOfficeDirectory directory = new JpaOfficeDirectory(door, database, null);

        assertThat(directory.find(clerk, mine.id())).contains(mine);
        assertThat(directory.find(caller(Role.HED, Scope.office("other")), mine.id()))
                .isEmpty();
    }

    private static OfficeFilter status(OfficeStatus status) {
        return new OfficeFilter(status, null, null, null, null, null);
    }

    private Office open(String name, String dispatcher) {
        return offices.open(clerk, request(name, city(dispatcher, null)), null).office();
    }

    private static OpenOffice request(String name, Dispatcher dispatcher) {
        return new OpenOffice(name, "370200", dispatcher, "十政函〔2026〕1号", LocalDate.of(2026, 3, 1), "head.shiyan", "高建");
    }

    private static Dispatcher city(String name, String uscc) {
        return new Dispatcher(name, "2", "3", "420300", uscc, null, null, null);
    }

    private static Dispatcher department(Superior above) {
        return new Dispatcher("十堰市商务局", "4", "3", "420300", null, above, null, null);
    }

    private static Caller caller(Role role, Scope scope) {
        Binding acting = new Binding(role, scope, null);
        return new Caller("someone", "某人", List.of(acting), acting, Channel.REST, "127.0.0.1");
    }
}
