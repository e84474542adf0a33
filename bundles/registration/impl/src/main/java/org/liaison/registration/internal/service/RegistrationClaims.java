package org.liaison.registration.internal.service;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.account.ClaimHolders;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.ClaimedRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passes claimed applications and certificates on when their holder is on leave (domain page 6.2 row 35). */
@Component
public final class RegistrationClaims implements ClaimHolders {
    private final JpaTemplate jpa;

    @Activate
    public RegistrationClaims(
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        this.jpa = jpa;
    }

    @Override
    public int pass(Unit unit, String from, String to, Role role, Scope scope) {
        Set<ApplicationState> states = Arrays.stream(ApplicationState.values())
                .filter(state -> ApplicationWorkflow.TABLE.holders(state).contains(role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApplicationState.class)));
        if (states.isEmpty()) {
            return 0;
        }
        return jpa.txExpr(TransactionType.Required, manager -> {
            ClaimedRows claimed = new ClaimedRows(manager);
            List<ApplicationEntity> applications = claimed.applications(scope, from, states).stream()
                    .filter(row -> !ApplicationSteps.actedApart(row, to, role))
                    .toList();
            applications.forEach(row -> row.claim(to));
            List<CertificateEntity> certificates = role == Role.CLK ? claimed.certificates(scope, from) : List.of();
            certificates.forEach(row -> row.claim(to));
            return applications.size() + certificates.size();
        });
    }
}
