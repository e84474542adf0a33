package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.permission.Permissions;
import org.liaison.platform.api.permission.Subjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks the gate what it would say to an account under each of its bindings, and the contexts where an id lies. */
@Component
public final class GateSimulator implements Permissions {
    static final String ASK = "platform.permission.ask";

    private final TableGate gate;
    private final Accounts accounts;
    private final LegacyLogins legacy;
    private final Operations operations;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    final List<Subjects> subjects = new CopyOnWriteArrayList<>();

    @Activate
    public GateSimulator(
            @Reference TableGate gate,
            @Reference Accounts accounts,
            @Reference LegacyLogins legacy,
            @Reference Operations operations,
            @Reference Clock clock) {
        this.gate = gate;
        this.accounts = accounts;
        this.legacy = legacy;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public Answer may(Caller caller, String account, String operation, String id) {
        return operations.read(caller, ASK, scope -> {
            Account asked = accounts.find(account).orElseThrow(NotFound::new);
            List<Caller> callers = callers(caller, asked);
            if (callers.isEmpty()) {
                return unbound(caller, asked, operation, id);
            }
            List<Judged> judged =
                    callers.stream().map(as -> judge(as, operation, id)).toList();
            boolean allowed = judged.stream().anyMatch(Judged::allowed);
            return new Answer(account, operation, id, allowed, null, judged);
        });
    }

    @Override
    public SortedSet<String> own(Caller caller) {
        return gate.admitted(caller);
    }

    @Override
    public List<Row> matrix(Caller caller) {
        return operations.read(caller, ASK, scope -> gate.rows());
    }

    /** As whom the gate would see the account: a person under each binding, an old system with its scopes. */
    private List<Caller> callers(Caller asking, Account account) {
        List<Binding> valid = AccountCallers.valid(account, LocalDate.now(clock));
        return legacy.asked(account.account(), asking.channel(), asking.source())
                .map(List::of)
                .orElseGet(() -> valid.stream()
                        .map(binding -> as(asking, account, valid, binding))
                        .toList());
    }

    /** One without a valid binding: the gate lets him in to change his password and nowhere else. */
    private Answer unbound(Caller asking, Account account, String operation, String id) {
        Verdict verdict = gate.judge(as(asking, account, List.of(), null), operation);
        boolean active = account.state().equals("ACTIVE");
        String why = active ? verdict.why() : "账户已停用，不能登录";
        return new Answer(account.account(), operation, id, active && verdict.admitted(), why, List.of());
    }

    private static Caller as(Caller asking, Account account, List<Binding> valid, Binding acting) {
        return new Caller(account.account(), account.name(), valid, acting, asking.channel(), asking.source());
    }

    private Judged judge(Caller as, String operation, String id) {
        Binding binding = as.acting();
        Verdict verdict = gate.judge(as, operation);
        if (!verdict.admitted() || id == null) {
            return judged(binding, verdict.admitted(), verdict.finding().name(), verdict.why());
        }
        Optional<Boolean> reached = subjects.stream()
                .flatMap(context -> context.reaches(as, verdict.scope(), operation, id).stream())
                .findFirst();
        if (reached.isEmpty()) {
            return judged(binding, true, "ID_UNASKED", verdict.why() + "；此操作不查编号所在的范围");
        }
        return reached.get()
                ? judged(binding, true, verdict.finding().name(), verdict.why() + "；编号在此范围之内")
                : judged(binding, false, "NOT_FOUND", verdict.why() + "；但编号不在此范围之内，或者不存在");
    }

    private static Judged judged(Binding binding, boolean allowed, String code, String why) {
        return new Judged(binding.toString(), binding.role(), allowed, code, why);
    }
}
