package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;

public class AuditSearchTest {
    private static final Scope OFFICE = Scope.office("office-1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final PageRequest FIRST = new PageRequest(50, null);
    private static final String VIEW = "registration.identity.view";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AuditTrail trail = mock(AuditTrail.class);
    private final Operations operations = mock(Operations.class);
    private LocalDatabase database;
    private AuditTable table;
    private StoredAuditSearch search;

    @Before
    public void open() throws Exception {
        database = new LocalDatabase();
        table = new AuditTable(folder.getRoot().toPath().resolve("keys"));
        search = new StoredAuditSearch(
                database, trail, operations, Clock.fixed(Instant.parse("2026-03-05T02:00:00Z"), ClockService.ZONE));
        lenient()
                .when(operations.read(any(), startsWith("platform.audit."), any()))
                .thenAnswer(call -> call.<Function<Scope, Object>>getArgument(2)
                        .apply(call.<Caller>getArgument(0).acting().scope()));
        write("2026-03-04T15:59:59.999Z", "head", "platform.login", null, null);
        write("2026-03-04T16:00:00Z", "filer", "platform.login", null, null);
        write("2026-03-04T16:00:00.250Z", "stranger", "platform.login", null, null);
        write("2026-03-05T01:00:00Z", "clerk", VIEW, "app-1", "核对身份");
        write("2026-03-05T15:59:59Z", "sec", "platform.account.lock", "filer", "经查");
        write("2026-03-05T16:00:00Z", "filer", "registration.application.submit", "app-1", null);
    }

    private void write(String at, String account, String operation, String object, String reason) throws Exception {
        try (Connection connection = database.open()) {
            Caller caller = new Caller(account, account, List.of(), null, Channel.REST, "10.0.0.1");
            table.insert(
                    connection,
                    Instant.parse(at),
                    caller,
                    new Act(operation, "thing", object, null, null),
                    null,
                    "OK",
                    reason);
        }
    }

    private static Caller caller(String account, Role role, Scope scope) {
        Binding binding = new Binding(role, scope, null);
        return new Caller(account, account, List.of(binding), binding, Channel.REST, "10.0.0.2");
    }

    private List<String> found(Caller caller, AuditFilter filter) {
        return search.search(caller, filter, FIRST).items().stream()
                .map(entry -> entry.account() + " " + entry.operation())
                .toList();
    }

    private static AuditFilter days(LocalDate from, LocalDate to) {
        return new AuditFilter(null, from, to, null, null, null);
    }

    @Test
    public void auditor_readsAllRecords_newestFirst_eachOnce() {
        Caller auditor = caller("aud", Role.AUD, Scope.ALL);
        List<AuditEntry> seen = new ArrayList<>();
        String after = null;
        do {
            Page<AuditEntry> page = search.search(auditor, AuditFilter.ALL, new PageRequest(2, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(seen).extracting(AuditEntry::id).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(seen.get(2).reason()).isEqualTo("核对身份");
    }

    @Test
    public void days_areThoseOfShanghai_bothInclusive() {
        Caller auditor = caller("aud", Role.AUD, Scope.ALL);
        assertThat(found(auditor, days(DAY, DAY)))
                .containsExactly(
                        "sec platform.account.lock",
                        "clerk " + VIEW,
                        "stranger platform.login",
                        "filer platform.login");
        assertThat(found(auditor, days(null, DAY.minusDays(1)))).containsExactly("head platform.login");
        assertThatThrownBy(() -> found(auditor, days(DAY, DAY.minusDays(1)))).isInstanceOf(Invalid.class);
    }

    @Test
    public void whoSawWhom_isFoundByOperationAndObject() {
        Caller auditor = caller("aud", Role.AUD, Scope.ALL);
        assertThat(found(auditor, new AuditFilter(null, null, null, VIEW, "app-1", null)))
                .containsExactly("clerk " + VIEW);
        assertThat(found(auditor, new AuditFilter("filer", null, null, null, "app-1", "OK")))
                .containsExactly("filer registration.application.submit");
        assertThat(found(auditor, new AuditFilter(null, null, null, null, null, "REFUSED")))
                .isEmpty();
    }

    @Test
    public void securityAdministrator_readsSecurityEventsOnly() {
        Caller security = caller("sec", Role.SEC, Scope.ALL);
        assertThat(found(security, AuditFilter.ALL))
                .containsExactly(
                        "sec platform.account.lock",
                        "stranger platform.login",
                        "filer platform.login",
                        "head platform.login");
        assertThat(found(security, new AuditFilter(null, null, null, VIEW, null, null)))
                .isEmpty();
    }

    @Test
    public void securityAdministrator_readsWhatPeopleDoWithTheirOwnAccounts() throws Exception {
        Caller security = caller("sec", Role.SEC, Scope.ALL);
        for (String own : List.of("own-factor.change", "own-token.change", "own-session.end", "session.open")) {
            write("2026-03-06T01:00:00Z", "filer", "platform." + own, null, null);
            assertThat(found(security, AuditFilter.ALL)).as(own).first().isEqualTo("filer platform." + own);
        }
    }

    @Test
    public void head_readsTheLoginsOfTheOwnOffice_andAFilerTheOwnOnes() throws Exception {
        Accounts accounts = mock(Accounts.class);
        when(accounts.holders(eq(Role.HED), eq(Set.of(OFFICE)), eq(DAY), anyInt()))
                .thenReturn(List.of(new Holder("head", OFFICE)));
        when(accounts.holders(eq(Role.FIL), eq(Set.of(OFFICE)), eq(DAY), anyInt()))
                .thenReturn(List.of(new Holder("filer", OFFICE)));
        search.accounts = accounts;
        assertThat(found(caller("head", Role.HED, OFFICE), AuditFilter.ALL))
                .containsExactly("filer platform.login", "head platform.login");
        assertThat(found(caller("head", Role.HED, OFFICE), new AuditFilter("stranger", null, null, null, null, null)))
                .isEmpty();
        write("2026-03-04T17:00:00Z", "filer", "platform.session.open", null, null);
        assertThat(found(caller("filer", Role.FIL, OFFICE), AuditFilter.ALL))
                .containsExactly("filer platform.session.open", "filer platform.login");
        assertThatThrownBy(() -> found(caller("clerk", Role.CLK, Scope.ALL), AuditFilter.ALL))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    public void export_handsOutEveryRecordOfTheDaysOnce_newestFirst() {
        List<Long> seen = new ArrayList<>();
        new AuditPages(new Sql(database), days(DAY, DAY.plusDays(1)), 2)
                .forEachRemaining(entry -> seen.add(entry.id()));
        assertThat(seen).containsExactly(6L, 5L, 4L, 3L, 2L);
        AuditPages exact = new AuditPages(new Sql(database), days(DAY, DAY), 4);
        exact.forEachRemaining(entry -> {});
        assertThatThrownBy(exact::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    public void export_leavesARecord_andNeedsBothDaysOfAYearAtMost() {
        Caller auditor = caller("aud", Role.AUD, Scope.ALL);
        assertThat(search.export(auditor, days(DAY, DAY))).toIterable().hasSize(4);
        verify(trail)
                .record(
                        eq(auditor),
                        argThat(act -> act.operation().equals("platform.audit.export")),
                        eq("OK"),
                        eq("from=2026-03-05 to=2026-03-05"));
        assertThat(search.export(auditor, days(DAY, DAY.plusDays(365)))).hasNext();
        assertThatThrownBy(() -> search.export(auditor, days(DAY, DAY.plusDays(366))))
                .isInstanceOf(Invalid.class);
        for (AuditFilter open : List.of(days(DAY, null), days(null, DAY), days(DAY, DAY.minusDays(1)))) {
            assertThatThrownBy(() -> search.export(auditor, open)).isInstanceOf(Invalid.class);
        }
        verify(trail, times(2)).record(any(), any(), any(), any());
    }

    @Test
    public void search_leavesOneRecordItself_andRefusesACursorOfNobody() {
        Caller auditor = caller("aud", Role.AUD, Scope.ALL);
        Page<AuditEntry> first = search.search(
                auditor, new AuditFilter("filer", null, null, null, null, null), new PageRequest(1, null));
        search.search(auditor, AuditFilter.ALL, new PageRequest(1, first.next()));
        verify(trail)
                .record(
                        eq(auditor),
                        argThat(act -> act.operation().equals("platform.audit.search")),
                        eq("OK"),
                        eq("account=filer"));
        assertThatThrownBy(() -> search.search(auditor, AuditFilter.ALL, new PageRequest(1, "x~y")))
                .isInstanceOf(Invalid.class);
        verify(trail, never()).record(any(), any(), eq("REFUSED"), any());
    }
}
