package org.liaison.registration.internal.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.liaison.platform.api.Scope;
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

    public void add(OfficeEntity office) {
        manager.persist(office);
    }

    private static void restrict(TypedQuery<?> query, Scope scope) {
        if (scope.id() != null) {
            query.setParameter(OfficeScope.PARAMETER, scope.id());
        }
    }
}
