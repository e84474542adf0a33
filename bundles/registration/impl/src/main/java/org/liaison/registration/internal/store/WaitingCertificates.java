package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.registration.api.CertificateState;

/**
 * Certificates that are not handed over, office by office; for jobs, outside of any scope. An office has one next certificate
 * at most, so its id is the cursor and its unique constraint the index. For one entity manager, so for one thread.
 */
public final class WaitingCertificates {
    private final EntityManager manager;

    public WaitingCertificates(EntityManager manager) {
        this.manager = manager;
    }

    /**
     * A certificate that waits; days in Asia/Shanghai.
     *
     * @param claimedBy account that holds it; null = nobody
     * @param printedOn day on which it was printed; null = it is still to be printed
     */
    public record Waiting(
            String id,
            String number,
            String officeId,
            String hostCity,
            String claimedBy,
            LocalDate issuedOn,
            LocalDate printedOn) {}

    public Page<Waiting> page(PageRequest page) {
        TypedQuery<Object[]> query = manager.createQuery(
                "select c.id, c.number, o.id, o.hostCity, c.claimedBy, c.face.issueDate, c.status, c.updatedAt"
                        + " from CertificateEntity c join c.office o where c.nextOfficeId > :after"
                        + " order by c.nextOfficeId",
                Object[].class);
        query.setParameter("after", page.after() == null ? "" : page.after());
        // one row more than asked for tells whether there is a next page
        List<Waiting> found = query.setMaxResults(page.limit() + 1).getResultList().stream()
                .map(WaitingCertificates::row)
                .toList();
        return found.size() <= page.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, page.limit()),
                        found.get(page.limit() - 1).officeId());
    }

    // What is printed is touched no more until it is spoiled or handed over.
    private static Waiting row(Object[] c) {
        boolean printed = c[6] == CertificateState.PRINTED;
        return new Waiting(
                (String) c[0],
                (String) c[1],
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (LocalDate) c[5],
                printed ? day((LocalDateTime) c[7]) : null);
    }

    private static LocalDate day(LocalDateTime utc) {
        return utc.atZone(ZoneOffset.UTC).withZoneSameInstant(Deadlines.ZONE).toLocalDate();
    }
}
