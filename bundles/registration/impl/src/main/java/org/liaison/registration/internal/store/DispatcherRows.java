package org.liaison.registration.internal.store;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.rules.Uscc;
import org.liaison.registration.api.Form.Dispatcher;
import org.liaison.registration.api.Form.Superior;

/** Picks a dispatching unit by its code, else by name and division, or makes it; domain 3.1. For one entity manager. */
public final class DispatcherRows {
    private final EntityManager manager;

    public DispatcherRows(EntityManager manager) {
        this.manager = manager;
    }

    /** The unit's row, made with its superior when there is none. @throws Invalid {@code DISPATCHER_USCC} */
    public DispatcherEntity pick(Dispatcher unit) {
        return pick(unit.uscc(), unit.name(), unit.division(), "dispatcher.uscc", id -> {
            DispatcherEntity above = unit.superior() == null ? null : superior(unit.superior());
            return new DispatcherEntity(id, unit, above);
        });
    }

    private DispatcherEntity superior(Superior unit) {
        return pick(
                unit.uscc(),
                unit.name(),
                unit.division(),
                "dispatcher.superior.uscc",
                id -> new DispatcherEntity(id, unit));
    }

    private DispatcherEntity pick(
            String typed, String name, String division, String path, Function<String, DispatcherEntity> make) {
        String uscc = typed == null ? null : Uscc.parse(typed).value();
        Optional<DispatcherEntity> found =
                (uscc == null ? Optional.<DispatcherEntity>empty() : byUscc(uscc)).or(() -> byName(name, division));
        found.filter(row -> uscc != null && row.uscc() != null && !uscc.equals(row.uscc()))
                .ifPresent(row -> {
                    throw new Invalid(path, "DISPATCHER_USCC", "该单位已在库中，统一社会信用代码与库中不一致");
                });
        return found.orElseGet(() -> {
            DispatcherEntity made = make.apply(UUID.randomUUID().toString());
            manager.persist(made);
            return made;
        });
    }

    private Optional<DispatcherEntity> byUscc(String uscc) {
        return manager.createQuery("select d from DispatcherEntity d where d.uscc = :uscc", DispatcherEntity.class)
                .setParameter("uscc", uscc)
                .getResultStream()
                .findFirst();
    }

    private Optional<DispatcherEntity> byName(String name, String division) {
        return manager.createQuery(
                        "select d from DispatcherEntity d where d.name = :name and d.division = :division",
                        DispatcherEntity.class)
                .setParameter("name", name)
                .setParameter("division", division)
                .getResultStream()
                .findFirst();
    }
}
