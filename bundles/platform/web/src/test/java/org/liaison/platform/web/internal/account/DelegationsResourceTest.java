package org.liaison.platform.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.account.Delegation;
import org.liaison.platform.api.account.Delegations;
import org.liaison.platform.api.account.Delegations.HandedOver;
import org.liaison.platform.api.account.NewDelegation;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;
import org.liaison.platform.web.Versions;

public class DelegationsResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Delegation GIVEN =
            new Delegation("d1", 2, "giver", "taker", Role.REV, "ALL", DAY, DAY, "年休假", Instant.EPOCH, null, null);

    private final Caller caller = Caller.anonymous(Channel.REST, "127.0.0.1");
    private final Delegations delegations = mock(Delegations.class);
    private final DelegationsResource resource = new DelegationsResource(() -> delegations);

    @Test
    public void delegation_isGivenWithItsVersion() {
        NewDelegation wanted = new NewDelegation("taker", DAY, DAY, "年休假");
        when(delegations.give(caller, wanted, "k")).thenReturn(new HandedOver(GIVEN, 3));
        Response answer = resource.give(caller, "k", wanted);
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getEntityTag().getValue()).isEqualTo("2");
        assertThatThrownBy(() -> resource.give(caller, null, null)).isInstanceOf(Invalid.class);
    }

    @Test
    public void end_asksForTheVersionRead() {
        when(delegations.end(caller, "d1", 1, null)).thenReturn(GIVEN);
        assertThat(resource.end(caller, "d1", "\"1\"", null).getEntity()).isEqualTo(GIVEN);
        assertThatThrownBy(() -> resource.end(caller, "d1", null, null)).isInstanceOf(Versions.Required.class);
    }

    @Test
    public void auditSearch_readsDays_andRefusesWhatIsNone() {
        AuditSearch search = mock(AuditSearch.class);
        AuditResource audit = new AuditResource(() -> search);
        AuditFilter filter = new AuditFilter(null, DAY, null, "platform.login", null, null);
        when(search.search(caller, filter, new PageRequest(20, null))).thenReturn(new Page<>(List.of(), null));
        audit.search(caller, null, "2026-03-05", null, "platform.login", null, null, "20", null);
        verify(search).search(caller, filter, new PageRequest(20, null));
        assertThatThrownBy(() -> audit.search(caller, null, "5.3.2026", null, null, null, null, "20", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("from"));
    }
}
