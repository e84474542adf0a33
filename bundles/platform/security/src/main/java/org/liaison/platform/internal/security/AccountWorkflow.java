package org.liaison.platform.internal.security;

import static org.liaison.platform.api.account.AccountState.ACTIVE;
import static org.liaison.platform.api.account.AccountState.CLOSED;
import static org.liaison.platform.api.account.AccountState.LOCKED;
import static org.liaison.platform.api.account.AccountState.SUSPENDED;

import java.util.Set;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.workflow.Workflow;

/** The states of an account (账户), domain page 3.11: approved by others, carried out by the security administrator. */
final class AccountWorkflow {
    private static final Set<Role> SEC = Set.of(Role.SEC);
    private static final String OTHERS = "not the own account; reason";

    static final Workflow<AccountState, AccountEvent> TABLE = Workflow.<AccountState, AccountEvent>of(
                    "platform.account")
            .step(null, AccountEvent.CREATE, ACTIVE, SEC, "an approved request", "one-time password, role")
            .source("[S] 3.11")
            .step(ACTIVE, AccountEvent.GRANT_ROLE, ACTIVE, SEC, "an approved request", "role")
            .source("[S] 3.11")
            .step(ACTIVE, AccountEvent.END_ROLE, ACTIVE, SEC, OTHERS, "last day of the role")
            .step(LOCKED, AccountEvent.END_ROLE, LOCKED, SEC, OTHERS, "last day of the role")
            .step(SUSPENDED, AccountEvent.END_ROLE, SUSPENDED, SEC, OTHERS, "last day of the role")
            .step(ACTIVE, AccountEvent.LOCK, LOCKED, SEC, OTHERS, "no login")
            .source("[S] 3.11")
            .step(LOCKED, AccountEvent.UNLOCK, ACTIVE, SEC, OTHERS, "")
            .source("[S] 3.11")
            .step(ACTIVE, AccountEvent.SUSPEND, SUSPENDED, SEC, OTHERS, "no login")
            .source("[S] 3.11")
            .step(LOCKED, AccountEvent.SUSPEND, SUSPENDED, SEC, OTHERS, "no login")
            .step(SUSPENDED, AccountEvent.RESUME, ACTIVE, SEC, OTHERS, "")
            .source("[S] 3.11")
            .step(ACTIVE, AccountEvent.CLOSE, CLOSED, SEC, OTHERS, "no login for good")
            .source("[S] 3.11")
            .step(LOCKED, AccountEvent.CLOSE, CLOSED, SEC, OTHERS, "no login for good")
            .source("[S] 3.11")
            .step(SUSPENDED, AccountEvent.CLOSE, CLOSED, SEC, OTHERS, "no login for good")
            .source("[S] 3.11")
            .build();

    private AccountWorkflow() {}
}
