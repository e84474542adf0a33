package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.CertificateState;

/** Queries on certificates; the scope is part of every one of them. For one entity manager, so for one thread. */
public final class CertificateRows {
    private final EntityManager manager;

    public CertificateRows(EntityManager manager) {
        this.manager = manager;
    }

    /** The certificate with its office in one query, its copies in a second and all their sheets in a third. */
    public Optional<CertificateEntity> load(Scope scope, String id) {
        Query query = manager.createQuery(
                "select c from CertificateEntity c join fetch c.office o where c.id = :id and "
                        + OfficeScope.condition(scope),
                CertificateEntity.class);
        query.setParameter("id", id);
        query.setHint("eclipselink.batch.type", "IN");
        query.setHint("eclipselink.batch", "c.copies");
        query.setHint("eclipselink.batch", "c.copies.sheets");
        restrict(query, scope);
        return query.getResultList().stream().map(CertificateEntity.class::cast).findFirst();
    }

    /** The certificate of an office that is in force. */
    public Optional<CertificateEntity> live(OfficeEntity office) {
        return manager.createQuery(
                        "select c from CertificateEntity c where c.liveOfficeId = :office", CertificateEntity.class)
                .setParameter("office", office.id())
                .getResultStream()
                .findFirst();
    }

    /** Whether a blank form was used before, by whatever office. */
    public boolean used(String formNo) {
        return manager.find(SheetEntity.class, formNo) != null;
    }

    public void add(CertificateEntity certificate) {
        manager.persist(certificate);
    }

    /** What a check by token may tell; outside any scope, since anybody may ask. One statement whatever is asked. */
    public Optional<Checked> check(String token) {
        return manager.createQuery(
                        "select c.status, c.number, c.face.name, c.face.dispatcher, o.hostCity, c.face.issueDate"
                                + " from CertificateEntity c join c.office o where c.token = :token",
                        Object[].class)
                .setParameter("token", token)
                .getResultStream()
                .findFirst()
                .map(c -> new Checked(
                        (CertificateState) c[0], (String) c[1], (String) c[2], (String) c[3], (String) c[4], (LocalDate)
                                c[5]));
    }

    /** A certificate as a check sees it. */
    public record Checked(
            CertificateState state,
            String number,
            String officeName,
            String dispatcherName,
            String hostCity,
            LocalDate issueDate) {}

    /** A page, newest change first; reads the columns of a row only. */
    public Page<CertificateRow> page(Scope scope, CertificateFilter filter, String account, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.decode(page.after());
        Query query = manager.createQuery("select c.id, c.version, o.id, c.number, c.versionNo, c.face.name,"
                + " c.face.dispatcher, o.hostCity, c.status, c.claimedBy, c.face.issueDate, c.updatedAt"
                + " from CertificateEntity c join c.office o where " + OfficeScope.condition(scope)
                + (filter.state() == null ? "" : " and c.status = :state")
                + (filter.hostCity() == null ? "" : " and o.hostCity = :city")
                + (filter.officeId() == null ? "" : " and o.id = :office")
                + (filter.number() == null ? "" : " and c.number = :number")
                + (filter.claim() == Claim.MINE ? " and c.claimedBy = :account" : "")
                + (filter.claim() == Claim.FREE ? " and c.claimedBy is null" : "")
                + (after == null ? "" : " and c.updatedAt <= :at and (c.updatedAt < :at or c.id < :id)")
                + " order by c.updatedAt desc, c.id desc");
        restrict(query, scope);
        set(query, "state", filter.state());
        set(query, "city", filter.hostCity());
        set(query, "office", filter.officeId());
        set(query, "number", filter.number());
        set(query, "account", filter.claim() == Claim.MINE ? account : null);
        if (after != null) {
            query.setParameter("at", ApplicationEntity.utc(after.updatedAt())).setParameter("id", after.id());
        }
        // one row more than asked for tells whether there is a next page
        List<?> found = query.setMaxResults(page.limit() + 1).getResultList();
        List<CertificateRow> rows =
                found.stream().limit(page.limit()).map(CertificateRows::row).toList();
        if (found.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        CertificateRow last = rows.get(rows.size() - 1);
        return new Page<>(rows, new Cursor(last.updatedAt(), last.id()).encode());
    }

    private static CertificateRow row(Object columns) {
        Object[] c = (Object[]) columns;
        return new CertificateRow(
                (String) c[0],
                (Long) c[1],
                (String) c[2],
                (String) c[3],
                (Integer) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (CertificateState) c[8],
                (String) c[9],
                (LocalDate) c[10],
                ApplicationEntity.instant((LocalDateTime) c[11]));
    }

    private static void set(Query query, String name, Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private static void restrict(Query query, Scope scope) {
        if (scope.id() != null) {
            query.setParameter(OfficeScope.PARAMETER, scope.id());
        }
    }
}
