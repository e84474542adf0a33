package org.liaison.platform.api.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    private Workflow(String name, List<Step<S, E>> steps) {
        this.name = name;
        this.steps = List.copyOf(steps);
    }

    /**
     * One row of the table.
     *
     * @param from the state before; null for the event that starts a case
     * @param who roles that may fire it, each within its reach
     * @param guard what must hold besides, in words; empty = nothing
     * @param effect what it records besides the state, in words; empty = nothing
     */
    public record Step<S, E>(S from, E event, S to, Set<Role> who, String guard, String effect) {
        public Step {
            who = Collections.unmodifiableSet(EnumSet.copyOf(who));
        }
    }

    /** @param name context and machine, e.g. {@code registration.application}; prefix of the operations */
    public static <S extends Enum<S> & Labelled, E extends Enum<E> & Labelled> Builder<S, E> of(String name) {
        return new Builder<>(name);
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
        return steps.stream().filter(s -> s.from() == from && s.event() == event).findFirst();
    }

    /**
     * The state after an event. Who may fire it is the gate's affair.
     *
     * @throws Conflict {@code ILLEGAL_TRANSITION} with the events that the state has
     */
    public S fire(S from, E event) {
        return step(from, event)
                .orElseThrow(() -> Conflict.illegalTransition(
                        from == null ? "未建立" : from.label(), legal(from).stream().map(Enum::name).toList()))
                .to();
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

    /** Operation of an event in the permission table, e.g. {@code registration.application.send-to-review}. */
    public String operation(E event) {
        return name + "." + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Adds a row for each event: the roles that may fire it from some state. */
    public PermissionTable.Builder grant(PermissionTable.Builder table) {
        steps.stream().map(Step::event).distinct().forEach(event -> table.grant(operation(event), roles(event)));
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

    /** The table as Markdown, for the documentation. */
    public String markdown() {
        StringBuilder page = new StringBuilder("| From | Event | To | Who | Guard | Effect |\n|---|---|---|---|---|---|\n");
        for (Step<S, E> s : steps) {
            String who = s.who().stream().map(Role::name).collect(Collectors.joining(", "));
            page.append(String.join(" | ", "| " + words(s.from()), words(s.event()), words(s.to()), who, s.guard(), s.effect()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static <T extends Enum<T> & Labelled> String words(T value) {
        return value == null ? "—" : value.name() + " " + value.label();
    }

    /** Collects rows; a state and an event may be written together once only. */
    public static final class Builder<S extends Enum<S> & Labelled, E extends Enum<E> & Labelled> {
        private final String name;
        private final List<Step<S, E>> steps = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a row; see {@link Step}. */
        public Builder<S, E> step(S from, E event, S to, Set<Role> who, String guard, String effect) {
            if (steps.stream().anyMatch(s -> s.from() == from && s.event() == event)) {
                throw new IllegalArgumentException(name + ": " + from + " has " + event + " twice");
            }
            steps.add(new Step<>(from, event, to, who, guard, effect));
            return this;
        }

        public Workflow<S, E> build() {
            return new Workflow<>(name, steps);
        }
    }
}
