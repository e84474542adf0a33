package org.liaison.registration.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.account.AccountRequests.CarriedOut;
import org.liaison.platform.api.account.NewAccountRequest;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenedOffice;

public class DemonstrationOfficeTest {
    private static final Office OFFICE =
            new Office("o1", 1, null, "演示", "d1", "演示", "370200", OfficeStatus.UNREGISTERED, null, null);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Map<String, Account> known = new HashMap<>();
    private final Accounts accounts = mock(Accounts.class);
    private final AccountRequests requests = mock(AccountRequests.class);
    private final Offices offices = mock(Offices.class);
    private final List<String> approvers = new ArrayList<>();
    private AccountRequest request;
    private DemonstrationOffice demonstration;

    @Before
    public void prepare() {
        when(accounts.find(any())).thenAnswer(call -> Optional.ofNullable(known.get(call.getArgument(0))));
        when(requests.list(any(), any(), any())).thenReturn(new Page<>(List.of(), null));
        when(requests.request(any(), any(), any())).thenAnswer(call -> {
            NewAccountRequest wanted = call.getArgument(1);
            request = request(wanted, call.<Caller>getArgument(0).account(), 0, RequestState.REQUESTED);
            return request;
        });
        when(requests.decide(any(), eq("r1"), eq(0L), eq(RequestEvent.APPROVE), any(), any()))
                .thenAnswer(call -> {
                    approvers.add(call.<Caller>getArgument(0).account());
                    return request(request, 1, RequestState.APPROVED);
                });
        when(requests.carryOut(any(), eq("r1"), eq(1L), any())).thenAnswer(call -> {
            know(request.account(), true, new Binding(request.role(), Scope.parse(request.scope()), null));
            return new CarriedOut(request(request, 2, RequestState.DONE), "once");
        });
        when(accounts.resetPassword(any(), any())).thenReturn("once-again");
        doAnswer(call -> {
                    Caller person = call.getArgument(0);
                    know(person.account(), false, person.acting());
                    return null;
                })
                .when(accounts)
                .changePassword(any(), any(), any());
        when(offices.open(any(), any(), any())).thenAnswer(call -> {
            know("hed", true, new Binding(Role.HED, Scope.office("o1"), null));
            return new OpenedOffice(OFFICE, "hed", "once");
        });
        when(offices.get(any(), eq("o1"))).thenReturn(OFFICE);
        demonstration = new DemonstrationOffice(
                offices,
                new DemonstrationAccounts(accounts, requests, folder.getRoot().toPath()));
    }

    @Test
    public void sow_waits_whenTheFirstStartHasNotMadeItsAccounts() {
        assertThatThrownBy(demonstration::sow).isInstanceOf(Unavailable.class);
        verify(offices, never()).open(any(), any(), any());
    }

    @Test
    public void sow_makesOneAccountARole_withLastingPasswordsInTheFile() throws Exception {
        firstStart();
        demonstration.sow();
        assertThat(known.values()).noneMatch(Account::mustChange);
        assertThat(known.get("fil").bindings()).containsExactly(new Binding(Role.FIL, Scope.office("o1"), null));
        assertThat(known.get("dgv").bindings().get(0).scope()).hasToString("DISPATCHER:d1");
        assertThat(known.get("ins").bindings().get(0).role()).isEqualTo(Role.INS);
        assertThat(approvers).containsExactly("clk", "rev", "rev");
        assertThat(lines()).hasSize(4).allMatch(line -> line.matches("[a-z]{3}\t[a-z2-9]{16}\t演示.*"));
    }

    @Test
    public void sow_changesNothing_theSecondTime() throws Exception {
        firstStart();
        demonstration.sow();
        List<String> before = lines();
        demonstration.sow();
        assertThat(lines()).isEqualTo(before);
        verify(offices, times(1)).open(any(), any(), any());
        verify(accounts, times(4)).changePassword(any(), any(), any());
    }

    @Test
    public void sow_completes_whatAnEarlierOneDidNot() throws Exception {
        firstStart();
        know("hed", true, new Binding(Role.HED, Scope.office("o1"), null));
        Path file = folder.getRoot().toPath().resolve("first-accounts.txt");
        Files.write(file, List.of("clk\tx\t演示经办人", "hed\tlost\t演示负责人"));
        demonstration.sow();
        verify(offices, never()).open(any(), any(), any());
        assertThat(lines()).hasSize(5).noneMatch(line -> line.contains("lost"));
    }

    private static AccountRequest request(NewAccountRequest wanted, String by, long version, RequestState state) {
        return new AccountRequest(
                "r1",
                version,
                state,
                wanted.account(),
                wanted.name(),
                wanted.role(),
                wanted.scope(),
                null,
                null,
                wanted.role() == Role.FIL ? Role.CLK : Role.REV,
                by,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null);
    }

    private static AccountRequest request(AccountRequest before, long version, RequestState state) {
        return request(
                new NewAccountRequest(before.account(), before.name(), before.role(), before.scope(), null, null),
                before.requestedBy(),
                version,
                state);
    }

    private void firstStart() {
        know("sec", true, new Binding(Role.SEC, Scope.ALL, null));
        know("clk", false, new Binding(Role.CLK, Scope.ALL, null));
        know("rev", false, new Binding(Role.REV, Scope.ALL, null));
        known.put(
                "sec",
                new Account("sec", "演示", "ACTIVE", false, known.get("sec").bindings()));
    }

    private void know(String account, boolean mustChange, Binding binding) {
        known.put(account, new Account(account, "演示" + account, "ACTIVE", mustChange, List.of(binding)));
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.getRoot().toPath().resolve("first-accounts.txt"));
    }
}
