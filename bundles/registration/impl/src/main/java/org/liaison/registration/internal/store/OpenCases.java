package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.registration.api.ApplicationState;

/**
 * Every case that somebody has to do something about, office by office; for jobs, outside of any reach. An office has one open
 * case at most, so its id is the cursor and its unique constraint the index. For one entity manager, so for one thread.
 */
public final class OpenCases {
    private final EntityManager manager;

    public OpenCases(EntityManager manager) {
        this.manager = manager;
    }

    /** @param since what lapsed before this day is left out */
    public Page<OpenCase> page(LocalDate since, PageRequest page) {
        TypedQuery<Object[]> query = manager.createQuery(
                "select a.id, a.submission.no, o.id, o.hostCity, a.state, a.claimedBy, a.submission.submittedOn,"
                        + " a.progress.correctionDueOn, a.progress.acceptedOn, a.progress.extendedOn"
                        + " from ApplicationEntity a join a.office o"
                        + " where a.liveOfficeId > :after and a.state <> :draft"
                        + " and (a.state <> :returned or a.progress.correctionDueOn >= :since)"
                        + " order by a.liveOfficeId",
                Object[].class);
        query.setParameter("after", page.after() == null ? "" : page.after());
        query.setParameter("draft", ApplicationState.DRAFT);
        query.setParameter("returned", ApplicationState.RETURNED);
        query.setParameter("since", since);
        // one row more than asked for tells whether there is a next page
        List<OpenCase> found = query.setMaxResults(page.limit() + 1).getResultList().stream()
                .map(OpenCases::row)
                .toList();
        return found.size() <= page.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, page.limit()),
                        found.get(page.limit() - 1).officeId());
    }

    private static OpenCase row(Object[] c) {
        return new OpenCase(
                (String) c[0],
                (String) c[1],
                (String) c[2],
                (String) c[3],
                (ApplicationState) c[4],
                (String) c[5],
                (LocalDate) c[6],
                (LocalDate) c[7],
                (LocalDate) c[8],
                c[9] != null);
    }
}
