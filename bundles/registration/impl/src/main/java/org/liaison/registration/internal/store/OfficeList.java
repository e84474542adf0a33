package org.liaison.registration.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.OfficeFilter.Sort;

/** Lists of the register (名录) with search; a page is one query, the scope part of it. For one use. */
public final class OfficeList {
    private final OfficeFilter filter;
    private final StringBuilder joins = new StringBuilder();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public OfficeList(OfficeFilter filter) {
        this.filter = filter;
    }

    public Page<Office> page(EntityManager manager, Scope scope, PageRequest page) {
        conditions.add(OfficeScope.condition(scope));
        if (scope.id() != null) {
            parameters.put(OfficeScope.PARAMETER, scope.id());
        }
        if (filter.status() != null) {
            where("o.status = :status", "status", filter.status());
        }
        if (filter.hostCity() != null) {
            where("o.hostCity = :city", "city", filter.hostCity());
        }
        if (filter.level() != null) {
            where("o.dispatcher.level = :level", "level", filter.level());
        }
        if (filter.nature() != null) {
            where("o.nature = :nature", "nature", filter.nature());
        }
        SearchTerms.read(filter.q()).forEach(this::search);
        if (page.after() != null) {
            after(OfficeCursor.decode(page.after()));
        }
        boolean byName = filter.sort() == Sort.NAME;
        if (!byName) {
            conditions.add("o.registeredOn is not null");
        }
        TypedQuery<OfficeEntity> query = manager.createQuery(
                "select o from OfficeEntity o join fetch o.dispatcher" + joins + " where "
                        + String.join(" and ", conditions)
                        + (byName ? " order by o.name, o.id" : " order by o.registeredOn desc, o.id desc"),
                OfficeEntity.class);
        parameters.forEach(query::setParameter);
        // one row more than asked for tells whether there is a next page
        List<OfficeEntity> rows = query.setMaxResults(page.limit() + 1).getResultList();
        List<Office> shown =
                rows.stream().limit(page.limit()).map(OfficeEntity::toOffice).toList();
        if (rows.size() <= page.limit()) {
            return new Page<>(shown, null);
        }
        Office last = shown.get(shown.size() - 1);
        String key = byName ? last.name() : last.registeredOn().toString();
        return new Page<>(shown, new OfficeCursor(key, last.id()).encode());
    }

    // An office has a term once, so a join neither doubles nor orders the rows.
    private void search(SearchTerms.Word word) {
        for (String term : word.terms()) {
            String name = "t" + parameters.size();
            joins.append(" join o.terms ").append(name);
            where(name + " = :" + name, name, term);
        }
        if (word.text() != null) {
            String name = "w" + parameters.size();
            where("locate(:" + name + ", o.name) > 0", name, word.text());
        }
    }

    private void after(OfficeCursor after) {
        if (filter.sort() == Sort.NAME) {
            where("o.name >= :key and (o.name > :key or o.id > :id)", "key", after.key());
        } else {
            where("o.registeredOn <= :key and (o.registeredOn < :key or o.id < :id)", "key", after.day());
        }
        parameters.put("id", after.id());
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
