package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.registration.api.ApplicationCount;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Light.Colour;
import org.liaison.registration.api.Light.Kind;
import org.liaison.registration.internal.rules.Lights;

/**
 * Lists and queues of applications, newest change first; reads only the columns of a row, never form or review. What time
 * alone has changed (lapsed, lights) is asked of the stored days. For one use.
 */
public final class ApplicationList {
    static final String NOT_HANDED_OVER = "c.versionNo = 1";

    private static final String STATE = "org.liaison.registration.api.ApplicationState.";
    static final String WAITING =
            "(select count(c.id) from CertificateEntity c where c.nextOfficeId = o.id and " + NOT_HANDED_OVER + ")";
    private static final String COLUMNS = "a.id, a.version, a.submission.no, o.id, o.name, d.name, o.hostCity, a.state,"
            + " a.claimedBy, a.submission.firstAt, a.updatedAt, a.submission.submittedOn, a.progress.correctionDueOn,"
            + " a.progress.acceptedOn, a.progress.extendedOn, a.decision.day, a.proposed, " + WAITING;

    private static final String JOINED = " from ApplicationEntity a join a.office o";
    // what was returned and is not answered in time has lapsed, without anybody having written it down
    private static final String GROUPS = " group by a.state, a.progress.correctionDueOn";

    private final Lights lights;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param lights of today */
    public ApplicationList(Lights lights) {
        this.lights = lights;
    }

    /** @param account whose claims MINE means */
    public Page<ApplicationRow> page(
            EntityManager manager, Reach reach, ApplicationFilter filter, String account, PageRequest page) {
        narrow(reach, filter, account);
        if (page.after() != null) {
            Cursor after = Cursor.decode(page.after());
            where("a.updatedAt <= :at", "at", ApplicationEntity.utc(after.updatedAt()));
            where("(a.updatedAt < :at or a.id < :id)", "id", after.id());
        }
        Query query = query(
                manager, reach, COLUMNS, JOINED + " join o.dispatcher d", " order by a.updatedAt desc, a.id desc");
        // one row more than asked for tells whether there is a next page
        List<?> found = query.setMaxResults(page.limit() + 1).getResultList();
        List<ApplicationRow> rows =
                found.stream().limit(page.limit()).map(this::row).toList();
        if (found.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        ApplicationRow last = rows.get(rows.size() - 1);
        return new Page<>(rows, new Cursor(last.updatedAt(), last.id()).encode());
    }

    /** How many a list under the filter holds, by state. @param account whose claims MINE means */
    public List<ApplicationCount> counts(EntityManager manager, Reach reach, ApplicationFilter filter, String account) {
        narrow(reach, filter, account);
        Query query = query(manager, reach, "a.state, a.progress.correctionDueOn, count(a.id)", JOINED, GROUPS);
        Map<ApplicationState, Long> counts = new EnumMap<>(ApplicationState.class);
        for (Object columns : query.getResultList()) {
            Object[] c = (Object[]) columns;
            counts.merge(
                    ApplicationEntity.on((ApplicationState) c[0], (LocalDate) c[1], lights.today()),
                    ((Number) c[2]).longValue(),
                    Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new ApplicationCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void narrow(Reach reach, ApplicationFilter filter, String account) {
        conditions.add(reach.condition());
        state(filter.state());
        if (filter.hostCity() != null) {
            where("o.hostCity = :city", "city", filter.hostCity());
        }
        if (filter.officeId() != null) {
            where("o.id = :office", "office", filter.officeId());
        }
        if (filter.no() != null) {
            where("a.submission.no = :no", "no", filter.no());
        }
        if (filter.claim() == Claim.MINE) {
            where("a.claimedBy = :account", "account", account);
        }
        if (filter.claim() == Claim.FREE) {
            conditions.add("a.claimedBy is null");
        }
        if (filter.light() != null) {
            light(filter.light());
        }
    }

    private Query query(EntityManager manager, Reach reach, String columns, String from, String end) {
        Query query =
                manager.createQuery("select " + columns + from + " where " + String.join(" and ", conditions) + end);
        parameters.forEach(query::setParameter);
        reach.restrict(query);
        return query;
    }

    private void state(ApplicationState state) {
        if (state == ApplicationState.LAPSED) {
            where(
                    "(a.state = :state or a.state = " + STATE + "RETURNED and a.progress.correctionDueOn < :today)",
                    "state",
                    state);
            parameters.put("today", lights.today());
        } else if (state == ApplicationState.RETURNED) {
            where("a.state = :state and a.progress.correctionDueOn >= :today", "state", state);
            parameters.put("today", lights.today());
        } else if (state != null) {
            where("a.state = :state", "state", state);
        }
    }

    private void light(Lit lit) {
        List<String> running = new ArrayList<>();
        if (lit.clock() == null || lit.clock() == Kind.INTAKE) {
            running.add(
                    "a.state = " + STATE + "SUBMITTED" + started("a.submission.submittedOn", Kind.INTAKE, false, lit));
        }
        if (lit.clock() == null || lit.clock() == Kind.DECISION) {
            running.add("a.state in " + parameter(Lights.DECIDING) + " and (a.progress.extendedOn is null"
                    + started("a.progress.acceptedOn", Kind.DECISION, false, lit)
                    + " or a.progress.extendedOn is not null"
                    + started("a.progress.acceptedOn", Kind.DECISION, true, lit) + ")");
        }
        if (lit.clock() == null || lit.clock() == Kind.HANDOVER) {
            running.add("a.state = " + STATE + "APPROVED" + started("a.decision.day", Kind.HANDOVER, false, lit)
                    + " and " + WAITING + " > 0");
        }
        conditions.add(running.isEmpty() ? "1 = 0" : "(" + String.join(" or ", running) + ")");
    }

    // a clock shows a colour from some day of its beginning on
    private String started(String day, Kind kind, boolean extended, Lit lit) {
        String condition = "";
        if (lit.from() != null) {
            condition += " and " + day + " <= " + parameter(lights.startedBy(kind, extended, lit.from()));
        }
        if (lit.to() != null && lit.to() != Colour.OVERDUE) {
            Colour worse = Colour.values()[lit.to().ordinal() + 1];
            condition += " and " + day + " > " + parameter(lights.startedBy(kind, extended, worse));
        }
        return condition;
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private ApplicationRow row(Object columns) {
        Object[] c = (Object[]) columns;
        LocalDate correctionDueOn = (LocalDate) c[12];
        ApplicationState state = ApplicationEntity.on((ApplicationState) c[7], correctionDueOn, lights.today());
        Lights.Facts facts = new Lights.Facts(
                state,
                (LocalDate) c[11],
                correctionDueOn,
                (LocalDate) c[13],
                c[14] != null,
                (LocalDate) c[15],
                ((Number) c[17]).longValue() > 0);
        return new ApplicationRow(
                (String) c[0],
                (Long) c[1],
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (String) c[5],
                (String) c[6],
                state,
                (String) c[8],
                ApplicationEntity.instant((LocalDateTime) c[9]),
                ApplicationEntity.instant((LocalDateTime) c[10]),
                lights.of(facts).orElse(null),
                (ApplicationEvent) c[16]);
    }
}
