package org.liaison.registration.internal.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;

/** Queries on applications; the scope is part of every one of them. For one entity manager, so for one thread. */
public final class ApplicationRows {
    private final EntityManager manager;

    public ApplicationRows(EntityManager manager) {
        this.manager = manager;
    }

    /** The application with its office, in one query. */
    public Optional<ApplicationEntity> load(Scope scope, String id) {
        Query query = manager.createQuery(
                "select a from ApplicationEntity a join fetch a.office o where a.id = :id and " + condition(scope),
                ApplicationEntity.class);
        query.setParameter("id", id);
        restrict(query, scope);
        return query.getResultList().stream().map(ApplicationEntity.class::cast).findFirst();
    }

    /** Whether the office has an application that is not at its end. */
    public boolean open(OfficeEntity office) {
        return !manager.createQuery("select a.id from ApplicationEntity a where a.liveOfficeId = :office", String.class)
                .setParameter("office", office.id())
                .getResultList()
                .isEmpty();
    }

    public void add(ApplicationEntity application) {
        manager.persist(application);
    }

    /** A page, newest change first; reads only the columns of a row, never the form. */
    public Page<ApplicationRow> page(Scope scope, ApplicationFilter filter, String account, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.decode(page.after());
        Query query = manager.createQuery("select a.id, a.version, a.no, o.id, o.name, d.name, o.hostCity, a.state,"
                + " a.claimedBy, a.submittedFirstAt, a.updatedAt"
                + " from ApplicationEntity a join a.office o join o.dispatcher d where " + condition(scope)
                + (filter.state() == null ? "" : " and a.state = :state")
                + (filter.hostCity() == null ? "" : " and o.hostCity = :city")
                + (filter.claim() == Claim.MINE ? " and a.claimedBy = :account" : "")
                + (filter.claim() == Claim.FREE ? " and a.claimedBy is null" : "")
                + (after == null ? "" : " and a.updatedAt <= :at and (a.updatedAt < :at or a.id < :id)")
                + " order by a.updatedAt desc, a.id desc");
        restrict(query, scope);
        if (filter.state() != null) {
            query.setParameter("state", filter.state());
        }
        if (filter.hostCity() != null) {
            query.setParameter("city", filter.hostCity());
        }
        if (filter.claim() == Claim.MINE) {
            query.setParameter("account", account);
        }
        if (after != null) {
            query.setParameter("at", ApplicationEntity.utc(after.updatedAt())).setParameter("id", after.id());
        }
        // one row more than asked for tells whether there is a next page
        List<?> found = query.setMaxResults(page.limit() + 1).getResultList();
        List<ApplicationRow> rows =
                found.stream().limit(page.limit()).map(ApplicationRows::row).toList();
        if (found.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        ApplicationRow last = rows.get(rows.size() - 1);
        return new Page<>(rows, new Cursor(last.updatedAt(), last.id()).encode());
    }

    private static ApplicationRow row(Object columns) {
        Object[] c = (Object[]) columns;
        return new ApplicationRow(
                (String) c[0],
                (Long) c[1],
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (ApplicationState) c[7],
                (String) c[8],
                ApplicationEntity.instant((LocalDateTime) c[9]),
                ApplicationEntity.instant((LocalDateTime) c[10]));
    }

    /** The viewer of the dispatching side sees what was approved only (domain 6.2 row 3). */
    private static String condition(Scope scope) {
        String reach = OfficeScope.condition(scope);
        return scope.kind() == Scope.Kind.DISPATCHER
                ? reach + " and a.state = org.liaison.registration.api.ApplicationState.APPROVED"
                : reach;
    }

    private static void restrict(Query query, Scope scope) {
        if (scope.id() != null) {
            query.setParameter(OfficeScope.PARAMETER, scope.id());
        }
    }
}
