package org.liaison.platform.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.function.Function;
import org.junit.Test;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.AuditTrail.Proof;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.HealthCheck.Level;
import org.liaison.platform.api.HealthReport;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;

/** What administrators may look at, each behind its own operation. */
public class OversightTest {
    private final Caller caller = new Caller("aud", "审", List.of(), null, Channel.REST, "127.0.0.1");
    private final Operations operations = mock(Operations.class);
    private final AuditTrail trail = mock(AuditTrail.class);
    private final HealthReport report = mock(HealthReport.class);
    private final AuditProofResource proof = new AuditProofResource(() -> operations, () -> trail);
    private final HealthResource health = new HealthResource(() -> operations, () -> report);

    private void admit(String operation) {
        when(operations.read(eq(caller), eq(operation), any()))
                .thenAnswer(call -> call.<Function<Scope, Object>>getArgument(2).apply(null));
    }

    @Test
    public void trailIsProven_forWhoeverMayVerifyIt() {
        admit("platform.audit.verify");
        Proof whole = new Proof(7, List.of(), List.of());
        when(trail.verify(any())).thenReturn(whole);

        assertThat(proof.prove(caller)).isSameAs(whole);
    }

    @Test
    public void healthIsShown_forWhoeverMaySeeTheStatus() {
        admit("platform.status");
        Health found = new Health("数据库", Level.OK, "可用", null);
        when(report.all()).thenReturn(List.of(found));

        assertThat(health.get(caller).items()).containsExactly(found);
    }

    @Test
    public void nothingIsLookedAt_whenTheGateRefuses() {
        when(operations.read(any(), any(), any())).thenThrow(new Forbidden());

        assertThatThrownBy(() -> proof.prove(caller)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> health.get(caller)).isInstanceOf(Forbidden.class);
        verifyNoInteractions(trail, report);
    }
}
