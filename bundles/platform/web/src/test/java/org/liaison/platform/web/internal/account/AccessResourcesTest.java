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
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.NewLegacyAccount;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Locks.Kind;
import org.liaison.platform.api.Locks.Lock;
import org.liaison.platform.api.Networks;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.web.internal.account.LegacyAccountsResource.IssuedSecret;
import org.liaison.platform.web.internal.account.LegacyAccountsResource.LegacyAccount;
import org.liaison.platform.web.internal.account.LocksResource.Locked;

public class AccessResourcesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private final Caller caller = Caller.anonymous(Channel.REST, "127.0.0.1");
    private final Locks locks = mock(Locks.class);
    private final Sessions sessions = mock(Sessions.class);
    private final AccessTokens tokens = mock(AccessTokens.class);
    private final LegacyAccounts programs = mock(LegacyAccounts.class);
    private final LocksResource held = new LocksResource(() -> locks);
    private final AccountSessionsResource open = new AccountSessionsResource(() -> sessions);
    private final AccountTokensResource made = new AccountTokensResource(() -> tokens);
    private final LegacyAccountsResource old = new LegacyAccountsResource(() -> programs);

    @Test
    public void lock_isListedAndReleased() {
        Lock lock = new Lock(Kind.SOURCE, "10.1.2.3", 20, Instant.EPOCH);
        when(locks.list(caller)).thenReturn(List.of(lock));
        assertThat(held.list(caller).items()).containsExactly(lock);
        held.release(caller, new Locked(lock.kind(), lock.name()));
        verify(locks).unlock(caller, Kind.SOURCE, "10.1.2.3");
        assertThatThrownBy(() -> held.release(caller, null)).isInstanceOf(Invalid.class);
    }

    @Test
    public void fieldLeftEmpty_meansEveryAccountInAList_andNoneWhereSessionsEnd() {
        open.list(caller, "");
        verify(sessions).list(caller, null);
        made.list(caller, " ");
        verify(tokens).list(caller, null);
        open.endAll(caller, "");
        verify(sessions).endAll(caller, null);
    }

    @Test
    public void sessionsAndTokens_endOneByOne() {
        open.end(caller, "s1");
        verify(sessions).end(caller, "s1");
        when(sessions.endAll(caller, "li.na")).thenReturn(2);
        assertThat(open.endAll(caller, "li.na").sessions()).isEqualTo(2);
        made.revoke(caller, "t1");
        verify(tokens).revoke(caller, "t1");
    }

    @Test
    public void secretOfAnOldSystem_isShownOnce_andKeptInNoCache() {
        NewLegacyAccount wanted = new NewLegacyAccount(
                "old.one", "旧系统", "clk", Set.of(ApiScope.OFFICE_READ), List.of("10.1.0.0/16"), DAY, null);
        when(programs.create(caller, wanted)).thenReturn("leg_1");
        when(programs.renew(caller, "old.one", false)).thenReturn("leg_2");
        Response created = old.create(caller, wanted);
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getEntity()).isEqualTo(new IssuedSecret("old.one", "leg_1"));
        Response renewed = old.renew(caller, "old.one");
        assertThat(renewed.getEntity()).isEqualTo(new IssuedSecret("old.one", "leg_2"));
        assertThat(List.of(created, renewed))
                .allMatch(answer -> answer.getHeaderString("Cache-Control").equals("no-store"));
        assertThat(renewed.getEntity().toString()).doesNotContain("leg_2");
        old.end(caller, "old.one");
        verify(programs).end(caller, "old.one", false);
    }

    @Test
    public void oldSystem_isListedWithItsTerms() {
        Terms terms = new Terms(
                "old.one",
                "旧系统",
                "clk",
                Set.of(ApiScope.CHANGES_POLL, ApiScope.OFFICE_READ),
                Networks.parse("10.1.0.0/16,10.2.3.4"),
                DAY,
                true);
        when(programs.list(caller)).thenReturn(List.of(new Legacy(terms, "CLOSED", null)));
        assertThat(old.list(caller).items())
                .containsExactly(new LegacyAccount(
                        "old.one",
                        "旧系统",
                        AccountState.CLOSED,
                        "clk",
                        List.of(ApiScope.OFFICE_READ, ApiScope.CHANGES_POLL),
                        List.of("10.1.0.0/16", "10.2.3.4/32"),
                        DAY,
                        true,
                        null));
    }

    @Test
    public void nothing_isDoneWithoutABody() {
        assertThatThrownBy(() -> old.create(caller, null)).isInstanceOf(Invalid.class);
        verifyNoInteractions(programs);
    }
}
