package org.liaison.registration.internal.store;

import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.liaison.registration.api.ApplicationState;

/** Applications by id and key; the caller's reach is part of every query. For one entity manager, so for one thread. */
public final class ApplicationRows {
    private final EntityManager manager;

    public ApplicationRows(EntityManager manager) {
        this.manager = manager;
    }

    /** The application with its office, in one query. */
    public Optional<ApplicationEntity> load(Reach reach, String id) {
        Query query = manager.createQuery(
                "select a from ApplicationEntity a join fetch a.office o where a.id = :case and " + reach.condition(),
                ApplicationEntity.class);
        query.setParameter("case", id);
        reach.restrict(query);
        return query.getResultList().stream().map(ApplicationEntity.class::cast).findFirst();
    }

    /** The office's application that is not at its end as stored; outside any reach, for uniqueness only. */
    public Optional<ApplicationEntity> live(String officeId) {
        return manager
                .createQuery(
                        "select a from ApplicationEntity a where a.liveOfficeId = :office", ApplicationEntity.class)
                .setParameter("office", officeId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether the first certificate of an approved application's office has not reached the office yet. */
    public boolean waitingForCertificate(ApplicationEntity application) {
        return application.state() == ApplicationState.APPROVED
                && manager.createQuery(
                                        "select count(c) from CertificateEntity c where c.nextOfficeId = :office and "
                                                + ApplicationList.NOT_HANDED_OVER,
                                        Long.class)
                                .setParameter("office", application.office().id())
                                .getSingleResult()
                        > 0;
    }

    public void add(ApplicationEntity application) {
        manager.persist(application);
    }
}
