package org.liaison.registration.internal.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.ApplicationCount;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.Colleague;
import org.liaison.registration.internal.store.ApplicationList;
import org.liaison.registration.internal.store.Reach;

/** What the Bureau's people ask about their work (工作量、同事): how much is in each step, and who there is. */
final class ApplicationBureau {
    private static final Set<Role> PEOPLE = EnumSet.of(Role.CLK, Role.REV, Role.LDR);
    private static final Set<Scope> SCOPES = Set.of(Scope.ALL, Scope.city("370100"), Scope.city("370200"));
    private static final int MOST = 50;

    private final Operations operations;
    private final JpaTemplate jpa;
    private final Accounts accounts;
    private final ApplicationViews views;

    ApplicationBureau(Operations operations, JpaTemplate jpa, Accounts accounts, ApplicationViews views) {
        this.operations = operations;
        this.jpa = jpa;
        this.accounts = accounts;
        this.views = views;
    }

    List<ApplicationCount> counts(Caller caller, ApplicationFilter filter) {
        return operations.read(
                caller,
                RegistrationPermissions.APPLICATION_READ,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new ApplicationList(views.lights())
                        .counts(manager, Reach.of(caller, scope), filter, caller.account())));
    }

    List<Colleague> colleagues(Caller caller, Role role) {
        String operation = ApplicationWorkflow.TABLE.operation(ApplicationEvent.REASSIGN);
        return operations.read(caller, operation, scope -> {
            if (!PEOPLE.contains(role)) {
                throw Invalid.malformed("role", "ROLE", "应为CLK、REV或LDR");
            }
            return accounts.holders(role, SCOPES, views.today(), MOST).stream()
                    .map(Holder::account)
                    .map(accounts::find)
                    .flatMap(Optional::stream)
                    .map(ApplicationBureau::colleague)
                    .toList();
        });
    }

    private static Colleague colleague(Account account) {
        return new Colleague(account.account(), account.name());
    }
}
