package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Figures.ClockFigure;
import org.liaison.registration.api.Figures.FilingFigure;
import org.liaison.registration.api.Figures.OfficeFigure;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.internal.rules.Lights;

/** Counts of offices, applications and clocks, each one grouped query with the reach in it. For one thread. */
public final class FigureRows {
    private static final String STATE = "org.liaison.registration.api.ApplicationState.";

    private final EntityManager manager;
    private final Lights lights;

    /** @param lights of today */
    public FigureRows(EntityManager manager, Lights lights) {
        this.manager = manager;
        this.lights = lights;
    }

    /** Offices by status, city, level and nature, in this order. */
    public List<OfficeFigure> offices(Scope scope) {
        Query query = manager.createQuery("select o.status, o.hostCity, d.level, o.nature, count(o.id)"
                + " from OfficeEntity o join o.dispatcher d where " + OfficeScope.condition(scope)
                + " group by o.status, o.hostCity, d.level, o.nature"
                + " order by o.status, o.hostCity, d.level, o.nature");
        if (scope.id() != null) {
            query.setParameter(OfficeScope.PARAMETER, scope.id());
        }
        return rows(query).stream()
                .map(c -> new OfficeFigure(
                        (OfficeStatus) c[0], (String) c[1], (String) c[2], (String) c[3], ((Number) c[4]).longValue()))
                .toList();
    }

    /** Applications by city and state as of today. */
    public List<FilingFigure> filings(Reach reach) {
        // what was returned and is not answered in time has lapsed, without anybody having written it down
        Query query = manager.createQuery("select o.hostCity, a.state, a.progress.correctionDueOn, count(a.id)"
                + " from ApplicationEntity a join a.office o where " + reach.condition()
                + " group by o.hostCity, a.state, a.progress.correctionDueOn");
        reach.restrict(query);
        return counted(
                        query,
                        c -> new FilingFigure(
                                (String) c[0],
                                ApplicationEntity.on((ApplicationState) c[1], (LocalDate) c[2], lights.today()),
                                0))
                .entrySet()
                .stream()
                .map(each ->
                        new FilingFigure(each.getKey().hostCity(), each.getKey().state(), each.getValue()))
                .sorted(Comparator.comparing(FilingFigure::hostCity).thenComparing(FilingFigure::state))
                .toList();
    }

    /** The Bureau's clocks that run, by city, kind and colour of today. */
    public List<ClockFigure> clocks(Reach reach) {
        String days = "a.submission.submittedOn, a.progress.acceptedOn, a.progress.extendedOn, a.decision.day";
        Query query = manager.createQuery("select o.hostCity, a.state, " + days + ", count(a.id)"
                + " from ApplicationEntity a join a.office o where " + reach.condition()
                + " and (a.state = " + STATE + "SUBMITTED or a.state in :deciding"
                + " or a.state = " + STATE + "APPROVED and " + ApplicationList.WAITING + " > 0)"
                + " group by o.hostCity, a.state, " + days);
        query.setParameter("deciding", Lights.DECIDING);
        reach.restrict(query);
        return counted(query, this::clock).entrySet().stream()
                .map(each -> new ClockFigure(
                        each.getKey().hostCity(),
                        each.getKey().kind(),
                        each.getKey().colour(),
                        each.getValue()))
                .sorted(Comparator.comparing(ClockFigure::hostCity)
                        .thenComparing(ClockFigure::kind)
                        .thenComparing(ClockFigure::colour))
                .toList();
    }

    private ClockFigure clock(Object[] c) {
        Light light = lights.of(new Lights.Facts(
                        (ApplicationState) c[1],
                        (LocalDate) c[2],
                        null,
                        (LocalDate) c[3],
                        c[4] != null,
                        (LocalDate) c[5],
                        true))
                .orElseThrow();
        return new ClockFigure((String) c[0], light.kind(), light.colour(), 0);
    }

    // the last column of a row is its count
    private static <T> Map<T, Long> counted(Query query, Function<Object[], T> key) {
        Map<T, Long> counts = new HashMap<>();
        rows(query).forEach(c -> counts.merge(key.apply(c), ((Number) c[c.length - 1]).longValue(), Long::sum));
        return counts;
    }

    private static List<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(Object[].class::cast).toList();
    }
}
