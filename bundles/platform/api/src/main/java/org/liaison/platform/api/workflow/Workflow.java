package org.liaison.platform.api.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
     * @param claimed whether the case must be claimed by the one who fires it
     * @param apartFrom events of the same case that must have been fired by other persons (common rule d)
     * @param source tag and article of the rule, e.g. {@code [S] 三(一)}; empty = none
     */
    public record Step<S, E>(
            S from,
            E event,
            S to,
            Set<Role> who,
            String guard,
            String effect,
            boolean claimed,
            Set<E> apartFrom,
            String source) {
        public Step {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(to, "to");
            who = Collections.unmodifiableSet(EnumSet.copyOf(who));
            apartFrom = Collections.unmodifiableSet(new LinkedHashSet<>(apartFrom));
        }

        /** A row without claim, separation and source. */
        public Step(S from, E event, S to, Set<Role> who, String guard, String effect) {
            this(from, event, to, who, guard, effect, false, Set.of(), "");
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

    /** The page of the documentation: diagram and table as Markdown. */
    public String markdown() {
        return WorkflowPage.of(this);
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

        /** The last row asks that the case is claimed by the one who fires it. */
        public Builder<S, E> claimed() {
            return last(s -> new Step<>(
                    s.from(), s.event(), s.to(), s.who(), s.guard(), s.effect(), true, s.apartFrom(), s.source()));
        }

        /** The last row asks for another person than those who fired these events on the case. */
        @SafeVarargs
        public final Builder<S, E> apartFrom(E... events) {
            Set<E> others = new LinkedHashSet<>(List.of(events));
            return last(s -> new Step<>(
                    s.from(), s.event(), s.to(), s.who(), s.guard(), s.effect(), s.claimed(), others, s.source()));
        }

        /** Tag and article of the last row. */
        public Builder<S, E> source(String source) {
            return last(s -> new Step<>(
                    s.from(), s.event(), s.to(), s.who(), s.guard(), s.effect(), s.claimed(), s.apartFrom(), source));
        }

        /**
         * Checks the table and closes it.
         *
         * @throws IllegalArgumentException when no row starts a case, a state of the enum is never reached, or a row is
         *     apart from an event that no row has
         */
        public Workflow<S, E> build() {
            Set<S> reached = new LinkedHashSet<>();
            steps.stream().filter(s -> s.from() == null).map(Step::to).forEach(reached::add);
            if (reached.isEmpty()) {
                throw new IllegalArgumentException(name + ": no row starts a case");
            }
            boolean grown = true;
            while (grown) {
                grown = steps.stream().anyMatch(s -> reached.contains(s.from()) && reached.add(s.to()));
            }
            Set<S> lost = EnumSet.allOf(reached.iterator().next().getDeclaringClass());
            lost.removeAll(reached);
            if (!lost.isEmpty()) {
                throw new IllegalArgumentException(name + ": never reached: " + lost);
            }
            Set<E> events = steps.stream().map(Step::event).collect(Collectors.toSet());
            steps.stream()
                    .filter(s -> !events.containsAll(s.apartFrom()))
                    .findFirst()
                    .ifPresent(s -> {
                        throw new IllegalArgumentException(
                                name + ": " + s.event() + " is apart from an event without a row");
                    });
            return new Workflow<>(name, steps);
        }

        private Builder<S, E> last(UnaryOperator<Step<S, E>> change) {
            if (steps.isEmpty()) {
                throw new IllegalStateException(name + ": no row yet");
            }
            steps.set(steps.size() - 1, change.apply(steps.get(steps.size() - 1)));
            return this;
        }
    }
}
