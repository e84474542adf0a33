package org.liaison.registration.api;

import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.rules.CodeOf;

/**
 * How the register and the Bureau's work stand (统计), within the caller's reach. A group that has none is left out.
 *
 * @param day as of which day, Asia/Shanghai
 */
public record Figures(LocalDate day, List<OfficeFigure> offices, List<FilingFigure> filings, List<ClockFigure> clocks) {
    /**
     * How many offices are alike.
     *
     * @param hostCity code of list host-city
     * @param level level of the dispatching unit, code of list dispatcher-level
     * @param nature code of list nature; null before registration, and of an office of old whose form has none
     */
    public record OfficeFigure(
            OfficeStatus status,
            @CodeOf("host-city") String hostCity,
            @CodeOf("dispatcher-level") String level,
            @CodeOf("nature") String nature,
            long count) {}

    /**
     * How many applications are in a state.
     *
     * @param hostCity code of list host-city
     * @param state as of the day; what time alone has changed counts as changed
     */
    public record FilingFigure(@CodeOf("host-city") String hostCity, ApplicationState state, long count) {}

    /**
     * How many of the Bureau's clocks (办理时限) show a light.
     *
     * @param hostCity code of list host-city
     * @param kind INTAKE, DECISION or HANDOVER
     */
    public record ClockFigure(@CodeOf("host-city") String hostCity, Light.Kind kind, Light.Colour colour, long count) {}
}
