package org.liaison.registration.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.Handover;
import org.liaison.registration.internal.service.Samples;
import org.liaison.registration.internal.store.RegistrationDatabase;

/** A foreign certificate and a missing one are the same answer by the same statements (domain page 6.3, rule 2). */
public class ForeignAndMissingCertificateTest {
    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    @Test
    public void foreignAndMissing_areTheSameAnswerByTheSameStatements() {
        Registered registered = new Registered(database, "https://jg.example.cn");
        Certificate foreign = registered.first(0);
        for (Caller stranger : strangers()) {
            calls(registered.certificates).forEach((name, call) -> {
                Told known = told(() -> call.accept(stranger, foreign.id()));
                Told nothing =
                        told(() -> call.accept(stranger, UUID.randomUUID().toString()));
                assertThat(known).as(name + " by " + stranger.acting()).isEqualTo(nothing);
                if (name.equals("get") || stranger.is(Role.CLK)) {
                    assertThat(known.error()).isEqualTo(NotFound.class);
                    assertThat(known.statements()).isNotEmpty();
                }
            });
        }
    }

    private static List<Caller> strangers() {
        return List.of(
                Samples.caller("head", Role.HED, Scope.office("elsewhere")),
                Samples.caller("filer", Role.FIL, Scope.office("elsewhere")),
                Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, "elsewhere")),
                Samples.caller("clerk", Role.CLK, Scope.city("999999")));
    }

    private static Map<String, BiConsumer<Caller, String>> calls(JpaCertificates certificates) {
        Map<String, BiConsumer<Caller, String>> calls = new LinkedHashMap<>();
        calls.put("get", certificates::get);
        calls.put("claim", (who, id) -> certificates.claim(who, id, 1, null));
        calls.put("release", (who, id) -> certificates.release(who, id, 1, null));
        calls.put("reassign", (who, id) -> certificates.reassign(who, id, 1, "other", null));
        calls.put("print", (who, id) -> certificates.print(who, id, 1, List.of(new BlankForm("1", "KB-1")), null));
        calls.put("spoil", (who, id) -> certificates.spoil(who, id, 1, "KB-1", "卡纸", null));
        Handover handover = new Handover("张三", LocalDate.of(2026, 3, 2), List.of(), List.of());
        calls.put("handOver", (who, id) -> certificates.handOver(who, id, 1, handover, null));
        return calls;
    }

    /** What somebody is told, and by which statements. */
    private record Told(Class<?> error, String message, List<String> statements) {}

    private Told told(Runnable call) {
        Throwable[] thrown = new Throwable[1];
        List<String> statements = database.statements(() -> thrown[0] = catchThrowable(call::run));
        assertThat(thrown[0]).isNotNull();
        return new Told(thrown[0].getClass(), thrown[0].getMessage(), statements);
    }
}
