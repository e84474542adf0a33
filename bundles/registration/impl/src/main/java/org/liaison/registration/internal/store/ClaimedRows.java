package org.liaison.registration.internal.store;

import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.ApplicationState;

/** What an account has claimed, within a scope. For one entity manager, so for one thread. */
public final class ClaimedRows {
    private static final int MOST = 500;

    private final EntityManager manager;

    public ClaimedRows(EntityManager manager) {
        this.manager = manager;
    }

    /** At most 500 applications. */
    public List<ApplicationEntity> applications(Scope scope, String account, Set<ApplicationState> states) {
        TypedQuery<ApplicationEntity> query = manager.createQuery(
                "select a from ApplicationEntity a join fetch a.office o where a.claimedBy = :account"
                        + " and a.state in :states and " + OfficeScope.condition(scope) + " order by a.id",
                ApplicationEntity.class);
        query.setParameter("states", states);
        return claimed(query, scope, account);
    }

    /** At most 500 certificates of the print queue. */
    public List<CertificateEntity> certificates(Scope scope, String account) {
        return claimed(
                manager.createQuery(
                        "select c from CertificateEntity c join fetch c.office o where c.claimedBy = :account and "
                                + OfficeScope.condition(scope) + " order by c.id",
                        CertificateEntity.class),
                scope,
                account);
    }

    private static <T> List<T> claimed(TypedQuery<T> query, Scope scope, String account) {
        query.setParameter("account", account);
        if (scope.id() != null) {
            query.setParameter(OfficeScope.PARAMETER, scope.id());
        }
        return query.setMaxResults(MOST).getResultList();
    }
}
