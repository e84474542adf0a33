package org.liaison.registration.internal.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;

/** Queries on offices; the scope is part of every one of them. For one entity manager, so for one thread. */
public final class OfficeRows {
    private final EntityManager manager;

    public OfficeRows(EntityManager manager) {
        this.manager = manager;
    }

    /** The office with its dispatcher, in one query. */
    public Optional<OfficeEntity> load(Scope scope, String id) {
        TypedQuery<OfficeEntity> query = manager.createQuery(
                "select o from OfficeEntity o join fetch o.dispatcher where o.id = :id and "
                        + OfficeScope.condition(scope),
                OfficeEntity.class);
        query.setParameter("id", id);
        restrict(query, scope);
        return query.getResultStream().findFirst();
    }

    /** Whether the dispatcher has an office of this name in the city; outside any scope, for uniqueness only. */
    public boolean exists(DispatcherEntity dispatcher, String hostCity, String name) {
        return !manager.createQuery(
                        "select o.id from OfficeEntity o where o.dispatcher = :dispatcher and o.hostCity = :city"
                                + " and o.name = :name",
                        String.class)
                .setParameter("dispatcher", dispatcher)
                .setParameter("city", hostCity)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    /** Whether another registered office has the name; outside any scope, for uniqueness only. */
    public boolean namesake(OfficeEntity office) {
        return !manager.createQuery(
                        "select o.id from OfficeEntity o where o.name = :name and o.id <> :self and o.status = :registered",
                        String.class)
                .setParameter("name", office.name())
                .setParameter("self", office.id())
                .setParameter("registered", OfficeStatus.REGISTERED)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Names of at most five registered offices of the same government and its departments in the same city. */
    public List<String> relatives(OfficeEntity office) {
        DispatcherEntity unit = office.dispatcher();
        String root = unit.superior() == null ? unit.id() : unit.superior().id();
        return manager.createQuery(
                        "select o.name from OfficeEntity o join o.dispatcher d left join d.superior s"
                                + " where o.id <> :self and o.hostCity = :city and o.status = :registered"
                                + " and (d.id = :root or s.id = :root) order by o.name",
                        String.class)
                .setParameter("self", office.id())
                .setParameter("city", office.hostCity())
                .setParameter("registered", OfficeStatus.REGISTERED)
                .setParameter("root", root)
                .setMaxResults(5)
                .getResultList();
    }

    /** A page by name and id; status null = any. */
    public Page<Office> page(Scope scope, OfficeStatus status, PageRequest page) {
        NameCursor after = page.after() == null ? null : NameCursor.decode(page.after());
        TypedQuery<OfficeEntity> query = manager.createQuery(
                "select o from OfficeEntity o join fetch o.dispatcher where "
                        + OfficeScope.condition(scope)
                        + (status == null ? "" : " and o.status = :status")
                        + (after == null ? "" : " and o.name >= :name and (o.name > :name or o.id > :id)")
                        + " order by o.name, o.id",
                OfficeEntity.class);
        restrict(query, scope);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("name", after.name()).setParameter("id", after.id());
        }
        // one row more than asked for tells whether there is a next page
        List<OfficeEntity> rows = query.setMaxResults(page.limit() + 1).getResultList();
        boolean more = rows.size() > page.limit();
        List<OfficeEntity> shown = more ? rows.subList(0, page.limit()) : rows;
        OfficeEntity last = more ? shown.get(shown.size() - 1) : null;
        return new Page<>(
                shown.stream().map(OfficeEntity::toOffice).toList(),
                last == null ? null : new NameCursor(last.name(), last.id()).encode());
    }

    public void add(OfficeEntity office) {
        manager.persist(office);
    }

    private static void restrict(TypedQuery<?> query, Scope scope) {
        if (scope.id() != null) {
            query.setParameter(OfficeScope.PARAMETER, scope.id());
        }
    }
}
