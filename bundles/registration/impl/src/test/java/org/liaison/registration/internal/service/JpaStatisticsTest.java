package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Figures;
import org.liaison.registration.api.Figures.ClockFigure;
import org.liaison.registration.api.Figures.FilingFigure;
import org.liaison.registration.api.Figures.OfficeFigure;
import org.liaison.registration.api.Light.Colour;
import org.liaison.registration.api.Light.Kind;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.rules.CsvRuleBook;

public class JpaStatisticsTest {
    private static final String JINAN = "370100";
    private static final String QINGDAO = "370200";

    @Rule
    public final FilingRoom room = new FilingRoom();

    private JpaStatistics statistics;

    @Before
    public void ready() {
        statistics = new JpaStatistics(room.door, new CsvRuleBook(), room.door.clock(), room.database, null);
    }

    @Test
    public void offices_areCountedByStatusCityLevelAndNature() {
        room.fire(room.leader, room.pending(0), ApplicationEvent.APPROVE, null);
        room.submitted(1);
        room.submitted(2);
        room.submitted(3);

        assertThat(figures(room.clerk).offices())
                .containsExactly(
                        new OfficeFigure(OfficeStatus.REGISTERED, QINGDAO, "3", "1", 1),
                        new OfficeFigure(OfficeStatus.UNREGISTERED, JINAN, "2", null, 1),
                        new OfficeFigure(OfficeStatus.UNREGISTERED, JINAN, "3", null, 2));
    }

    @Test
    public void filings_areCountedAsOfToday_withoutDrafts() {
        room.draft(0);
        room.submitted(1);
        Application returned = room.fire(
                room.clerk,
                room.claim(room.clerk, room.submitted(2)),
                Step.giveBack(null, List.of(new Step.Defect("phone", "请核对", null))));

        assertThat(figures(room.clerk).filings())
                .containsExactly(
                        new FilingFigure(JINAN, ApplicationState.SUBMITTED, 1),
                        new FilingFigure(JINAN, ApplicationState.RETURNED, 1));

        room.door.today = returned.review().notices().get(0).dueOn().plusDays(1);
        assertThat(figures(room.clerk).filings()).contains(new FilingFigure(JINAN, ApplicationState.LAPSED, 1));
        assertThat(figures(room.clerk).day()).isEqualTo(room.door.today);
    }

    @Test
    public void clocks_areThoseThatRun_andTheListBehindEachHasAsMany() {
        room.fire(room.leader, room.pending(0), ApplicationEvent.APPROVE, null);
        room.submitted(1);
        room.accepted(2);
        assertThat(figures(room.clerk).clocks())
                .containsExactly(
                        new ClockFigure(JINAN, Kind.INTAKE, Colour.GREEN, 1),
                        new ClockFigure(JINAN, Kind.DECISION, Colour.GREEN, 1),
                        new ClockFigure(QINGDAO, Kind.HANDOVER, Colour.GREEN, 1));
        everyFigure_hasItsList();

        for (LocalDate day : List.of(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 31))) {
            room.door.today = day;
            everyFigure_hasItsList();
        }
        assertThat(figures(room.clerk).clocks()).allMatch(clock -> clock.colour() == Colour.OVERDUE);
    }

    private void everyFigure_hasItsList() {
        List<ClockFigure> clocks = figures(room.clerk).clocks();
        assertThat(clocks).hasSize(3);
        for (ClockFigure clock : clocks) {
            for (Colour colour : Colour.values()) {
                Lit lit = new Lit(clock.kind(), colour, colour);
                ApplicationFilter filter = new ApplicationFilter(null, clock.hostCity(), null, lit, null, null);
                assertThat(room.applications
                                .list(room.clerk, filter, new PageRequest(10, null))
                                .items())
                        .as(clock + " " + colour)
                        .hasSize(clock.colour() == colour ? (int) clock.count() : 0);
            }
        }
        Lit correction = new Lit(Kind.CORRECTION, null, null);
        assertThat(room.applications.counts(
                        room.clerk, new ApplicationFilter(null, null, null, correction, null, null)))
                .isEmpty();
    }

    @Test
    public void figures_areThoseOfTheScope() {
        Application approved = room.fire(room.leader, room.pending(0), ApplicationEvent.APPROVE, null);
        Application other = room.submitted(1);
        String unit = room.offices.get(room.clerk, approved.officeId()).dispatcherId();
        String foreign = room.offices.get(room.clerk, other.officeId()).dispatcherId();

        Figures own = figures(room.head(other.officeId()));
        assertThat(own.offices()).extracting(OfficeFigure::count).containsExactly(1L);
        assertThat(own.filings()).containsExactly(new FilingFigure(JINAN, ApplicationState.SUBMITTED, 1));
        assertThat(figures(Samples.caller("city", Role.CLK, Scope.city(QINGDAO)))
                        .filings())
                .containsExactly(new FilingFigure(QINGDAO, ApplicationState.APPROVED, 1));

        Figures dispatched = figures(viewer(unit));
        assertThat(dispatched.offices())
                .containsExactly(new OfficeFigure(OfficeStatus.REGISTERED, QINGDAO, "3", "1", 1));
        assertThat(dispatched.filings()).containsExactly(new FilingFigure(QINGDAO, ApplicationState.APPROVED, 1));
        Figures nothing = figures(viewer(foreign));
        assertThat(nothing.offices()).isEmpty();
        assertThat(nothing.filings()).isEmpty();
        assertThat(nothing.clocks()).isEmpty();
    }

    @Test
    public void whoHasNoRowOfTheMatrix_isRefused() {
        for (Role role : List.of(Role.INS, Role.LEG, Role.OPS, Role.SEC, Role.PSU)) {
            assertThatThrownBy(() -> figures(Samples.caller("someone", role, Scope.ALL)))
                    .as(role.name())
                    .isInstanceOf(Forbidden.class);
        }
    }

    private Figures figures(Caller caller) {
        return statistics.figures(caller);
    }

    private static Caller viewer(String unit) {
        return Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, unit));
    }
}
