package org.liaison.platform.api.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;

/**
 * A state machine as a declared table (状态机): the only place that says who may fire which event from which state. The
 * code, the answer with the legal events, the permission table and the documentation all read it. Immutable.
 *
 * @param <S> states
 * @param <E> events
 */
public final class Workflow<S extends Enum<S> & Labelled, E extends Enum<E> & Labelled> {
    private final String name;
    private final List<Step<S, E>> steps;
    private final List<Set<Role>> parts;

    Workflow(String name, List<Step<S, E>> steps, List<Set<Role>> parts) {
        this.name = name;
        this.steps = List.copyOf(steps);
        this.parts = List.copyOf(parts);
    }

    /**
     * One row of the table.
     *
     * @param from the state before; null for the event that starts a case
     * @param event what happens
     * @param to the state after; the same as before for an act in place
     * @param who roles that may fire it, each within its reach; empty = time alone
     * @param confirmedBy roles of which another person must confirm it: until then it is a proposal and the state stays
     *     (common rule i); empty = nobody
     * @param guard what must hold besides, in words; empty = nothing
     * @param effect what it records besides the state, in words; empty = nothing
     * @param claimed whether the case must be claimed by the one who fires it
     * @param apartFrom roles in which the same person must not have acted on the case (common rule d)
     * @param source tag and article of the rule, e.g. {@code [S] 三（一）}; empty = none
     */
    public record Step<S, E>(
            S from,
            E event,
            S to,
            Set<Role> who,
            Set<Role> confirmedBy,
            String guard,
            String effect,
            boolean claimed,
            Set<Role> apartFrom,
            String source) {
        public Step {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(to, "to");
            who = ordered(who);
            confirmedBy = ordered(confirmedBy);
            apartFrom = ordered(apartFrom);
        }

        private static Set<Role> ordered(Set<Role> roles) {
            Set<Role> ordered = EnumSet.noneOf(Role.class);
            ordered.addAll(roles);
            return Collections.unmodifiableSet(ordered);
        }

        /** Whether the state stays. */
        public boolean inPlace() {
            return from == to;
        }
    }

    /** @param name context and machine, e.g. {@code registration.application}; prefix of the operations */
    public static <S extends Enum<S> & Labelled, E extends Enum<E> & Labelled> WorkflowBuilder<S, E> of(String name) {
        return new WorkflowBuilder<>(name);
    }

    public String name() {
        return name;
    }

    /** Every row in the order of declaration. */
    public List<Step<S, E>> steps() {
        return steps;
    }

    /** The row of a state and an event; state null = no case yet. */
    public Optional<Step<S, E>> step(S from, E event) {
        return steps.stream()
                .filter(s -> s.from() == from && s.event() == event)
                .findFirst();
    }

    /**
     * The row of a state and an event.
     *
     * @throws Conflict {@code ILLEGAL_TRANSITION} with the events that the state has
     */
    public Step<S, E> row(S from, E event) {
        return step(from, event)
                .orElseThrow(() -> Conflict.illegalTransition(
                        from == null ? "未建立" : from.label(),
                        legal(from).stream().map(Enum::name).toList()));
    }

    /**
     * The state after an event. Who may fire it is the gate's affair.
     *
     * @throws Conflict {@code ILLEGAL_TRANSITION} with the events that the state has
     */
    public S fire(S from, E event) {
        return row(from, event).to();
    }

    /** States without a way out. */
    public Set<S> terminal() {
        return steps.stream()
                .map(Step::to)
                .filter(state -> legal(state).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Events that a state has, whoever fires them. */
    public List<E> legal(S from) {
        return steps.stream().filter(s -> s.from() == from).map(Step::event).toList();
    }

    /** Events that a role may fire from a state. */
    public List<E> legal(S from, Role role) {
        return steps.stream()
                .filter(s -> s.from() == from && s.who().contains(role))
                .map(Step::event)
                .toList();
    }

    /** States in which something waits for a role: its queue. */
    public Set<S> waitingFor(Role role) {
        return steps.stream()
                .filter(s -> s.from() != null && s.who().contains(role))
                .map(Step::from)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Roles of which one may hold a case in a state: those that fire a claimed row from it. */
    public Set<Role> holders(S from) {
        return steps.stream()
                .filter(s -> s.from() == from && s.claimed())
                .map(Step::who)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Roles in which a person who acts in this role must not have acted on the same case (common rule d). */
    public Set<Role> apartFrom(Role role) {
        Set<Role> others = EnumSet.noneOf(Role.class);
        if (parts.stream().anyMatch(part -> part.contains(role))) {
            parts.stream().filter(part -> !part.contains(role)).forEach(others::addAll);
        }
        return others;
    }

    /** Operation of an event in the permission table, e.g. {@code registration.application.send-to-review}. */
    public String operation(E event) {
        return name + "." + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Adds a row for each event that people fire: the roles that may fire it from some state. */
    public PermissionTable.Builder grant(PermissionTable.Builder table) {
        steps.stream()
                .map(Step::event)
                .distinct()
                .filter(event -> !roles(event).isEmpty())
                .forEach(event -> table.grant(operation(event), roles(event)));
        return table;
    }

    /** Roles that may fire an event from some state. */
    public Set<Role> roles(E event) {
        return steps.stream()
                .filter(s -> s.event() == event)
                .map(Step::who)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** The page of the documentation: diagram and table as Markdown. */
    public String markdown() {
        return WorkflowPage.of(this);
    }
}
