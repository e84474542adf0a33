package org.liaison.registration.internal.service;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.permission.Subjects;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.CertificateRows;
import org.liaison.registration.internal.store.OfficeRows;
import org.liaison.registration.internal.store.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether an office, application or certificate lies in somebody's reach, by the queries that load them. */
@Component
public final class CasesInReach implements Subjects {
    private static final Set<String> STARTS = Set.of(
            ApplicationWorkflow.TABLE.operation(ApplicationEvent.CREATE),
            ApplicationWorkflow.TABLE.operation(ApplicationEvent.ENTER_LEGACY));

    private final JpaTemplate jpa;

    @Activate
    public CasesInReach(
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Boolean> reaches(Caller caller, Scope scope, String operation, String id) {
        String[] names = operation.split("\\.");
        if (names.length < 3 || !names[0].equals(RegistrationPermissions.TABLE.context())) {
            return Optional.empty();
        }
        // what starts a case acts on its office
        return switch (STARTS.contains(operation) ? "office" : names[1]) {
            case "office" -> found(
                    manager -> new OfficeRows(manager).load(scope, id).isPresent());
            case "application", "file", "identity", "paper" -> found(manager -> new ApplicationRows(manager)
                    .load(Reach.of(caller, scope), id)
                    .isPresent());
            case "certificate" -> found(
                    manager -> new CertificateRows(manager).load(scope, id).isPresent());
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> found(Predicate<EntityManager> query) {
        return Optional.of(jpa.txExpr(TransactionType.Supports, query::test));
    }
}
