package org.liaison.platform.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.SecondFactor;
import org.liaison.platform.api.account.AccountAdministration;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.account.AccountRequests.CarriedOut;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;
import org.liaison.platform.api.account.RoleEnd;
import org.liaison.platform.web.Versions;
import org.liaison.platform.web.internal.account.AccountRequestsResource.Opinion;
import org.liaison.platform.web.internal.account.AccountsResource.Reason;

public class AccountResourcesTest {
    private static final AccountFile FILE = new AccountFile("li.na", 4, "李娜", AccountState.LOCKED, false, List.of());
    private static final AccountRequest REQUEST = new AccountRequest(
            "r1",
            3,
            RequestState.DONE,
            "li.na",
            "李娜",
            Role.FIL,
            "OFFICE:o1",
            null,
            null,
            Role.CLK,
            "head",
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null);

    private final Caller caller = Caller.anonymous(Channel.REST, "127.0.0.1");
    private final AccountRequests requests = mock(AccountRequests.class);
    private final AccountAdministration administration = mock(AccountAdministration.class);
    private final SecondFactor factor = mock(SecondFactor.class);
    private final Accounts accounts = mock(Accounts.class);
    private final AccountRequestsResource requested = new AccountRequestsResource(() -> requests);
    private final AccountsResource kept = new AccountsResource(() -> administration, () -> factor, accounts);

    @Test
    public void stepOnARequest_isItsEventOnTheVersionRead() {
        when(requests.decide(caller, "r1", 2, RequestEvent.REJECT, "不是本单位的人", "k"))
                .thenReturn(REQUEST);
        Response answer = requested.decide(caller, "r1", "rejection", "\"2\"", "k", new Opinion("不是本单位的人"));
        assertThat(answer.getEntity()).isEqualTo(REQUEST);
        assertThat(answer.getEntityTag().getValue()).isEqualTo("3");
    }

    @Test
    public void unknownStep_isNotThere_andNoVersionIsAskedForFirst() {
        assertThatThrownBy(() -> requested.decide(caller, "r1", "blessing", null, null, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> requested.decide(caller, "r1", "approval", null, null, null))
                .isInstanceOf(Versions.Required.class);
        assertThatThrownBy(() -> kept.fire(caller, "li.na", "create", "\"1\"", null, null))
                .isInstanceOf(NotFound.class);
        verifyNoInteractions(requests, administration);
    }

    @Test
    public void oneTimePassword_isKeptInNoCache() {
        when(requests.carryOut(caller, "r1", 2, null)).thenReturn(new CarriedOut(REQUEST, "once"));
        when(accounts.resetPassword(caller, "li.na")).thenReturn("once");
        assertThat(requested.carryOut(caller, "r1", "\"2\"", null).getHeaderString("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(kept.resetPassword(caller, "li.na").getHeaderString("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    public void lostSecondFactor_isTakenAway() {
        kept.resetSecondFactor(caller, "li.na");
        verify(factor).reset(caller, "li.na");
    }

    @Test
    public void stepOnAnAccount_isItsEvent() {
        when(administration.fire(caller, "li.na", 3, AccountEvent.LOCK, "经查", null))
                .thenReturn(FILE);
        Response answer = kept.fire(caller, "li.na", "lock", "\"3\"", null, new Reason("经查"));
        assertThat(answer.getEntityTag().getValue()).isEqualTo("4");
    }

    @Test
    public void role_endsAsAsked() {
        RoleEnd end = new RoleEnd(Role.FIL, "OFFICE:o1", LocalDate.of(2026, 3, 31), "调离");
        when(administration.endRole(caller, "li.na", 3, end, null)).thenReturn(FILE);
        assertThat(kept.endRole(caller, "li.na", "\"3\"", null, end).getEntity())
                .isEqualTo(FILE);
        assertThatThrownBy(() -> kept.endRole(caller, "li.na", "\"3\"", null, null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    public void listOfRequests_refusesACodeThatIsNone() {
        assertThatThrownBy(() -> requested.list(caller, "LOST", "50", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("state"));
    }
}
