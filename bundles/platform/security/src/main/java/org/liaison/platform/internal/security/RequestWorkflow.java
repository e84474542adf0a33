package org.liaison.platform.internal.security;

import static org.liaison.platform.api.account.RequestState.APPROVED;
import static org.liaison.platform.api.account.RequestState.DONE;
import static org.liaison.platform.api.account.RequestState.REJECTED;
import static org.liaison.platform.api.account.RequestState.REQUESTED;
import static org.liaison.platform.api.account.RequestState.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;
import org.liaison.platform.api.workflow.Workflow;

/**
 * Requests for accounts and roles (账户申请), domain pages 3.11 and 6.2 row 34: who asks for which role, and who decides.
 * The first viewer of a dispatching unit has nobody to ask for him: the Bureau does.
 */
final class RequestWorkflow {
    static final List<Rule> RULES = List.of(
            new Rule(Role.HED, Role.CLK, EnumSet.of(Role.FIL, Role.HED)),
            new Rule(Role.DGV, Role.CLK, EnumSet.of(Role.DGV)),
            new Rule(Role.CLK, Role.REV, EnumSet.of(Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.INS, Role.DGV)),
            new Rule(Role.CLK, Role.LDR, EnumSet.of(Role.OPS, Role.SEC, Role.AUD)));

    private static final Set<Role> ASKING =
            RULES.stream().map(Rule::requester).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    private static final Set<Role> DECIDING =
            RULES.stream().map(Rule::approver).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    private static final String OTHERS = "the approver of row 34, who neither asked nor gets it";

    static final Workflow<RequestState, RequestEvent> TABLE = Workflow.<RequestState, RequestEvent>of(
                    "platform.account-request")
            .step(null, RequestEvent.REQUEST, REQUESTED, ASKING, "a named person; a role of row 34", "requester")
            .source("[S] 3.11")
            .step(REQUESTED, RequestEvent.APPROVE, APPROVED, DECIDING, OTHERS, "approver")
            .source("[S] 3.11")
            .step(REQUESTED, RequestEvent.REJECT, REJECTED, DECIDING, OTHERS + "; reason", "approver, reason")
            .step(REQUESTED, RequestEvent.WITHDRAW, WITHDRAWN, ASKING, "the requester", "")
            .step(APPROVED, RequestEvent.WITHDRAW, WITHDRAWN, ASKING, "the requester", "")
            .step(
                    APPROVED,
                    RequestEvent.CARRY_OUT,
                    DONE,
                    EnumSet.of(Role.SEC),
                    "neither OPS, SEC nor AUD beside another role; two offices, three filers at most",
                    "account with one-time password, or role")
            .source("[S] 3.11")
            .build();

    private RequestWorkflow() {}

    /** Who may ask for a role, and who decides. */
    static Optional<Rule> rule(Role requester, Role wanted) {
        return RULES.stream()
                .filter(rule -> rule.requester() == requester && rule.wanted().contains(wanted))
                .findFirst();
    }

    /** One line of row 34. */
    record Rule(Role requester, Role approver, Set<Role> wanted) {}
}
