package org.liaison.platform.api.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.workflow.Workflow.Step;

/**
 * Collects the rows of a workflow; a state and an event may be written together once only. For one thread.
 *
 * @param <S> states
 * @param <E> events
 */
public final class WorkflowBuilder<S extends Enum<S> & Labelled, E extends Enum<E> & Labelled> {
    private final String name;
    private final List<Step<S, E>> steps = new ArrayList<>();
    private final List<Set<Role>> parts = new ArrayList<>();

    WorkflowBuilder(String name) {
        this.name = name;
    }

    /** Adds a row; see {@link Step}. */
    public WorkflowBuilder<S, E> step(S from, E event, S to, Set<Role> who, String guard, String effect) {
        if (steps.stream().anyMatch(s -> s.from() == from && s.event() == event)) {
            throw new IllegalArgumentException(name + ": " + from + " has " + event + " twice");
        }
        steps.add(new Step<>(from, event, to, who, Set.of(), guard, effect, false, Set.of(), ""));
        return this;
    }

    /** The last row asks that the case is claimed by the one who fires it. */
    public WorkflowBuilder<S, E> claimed() {
        return last(s -> with(s, s.confirmedBy(), true, s.apartFrom(), s.source()));
    }

    /** The last row is a proposal until another person of one of these roles confirms it (common rule i). */
    public WorkflowBuilder<S, E> confirmedBy(Role... roles) {
        return last(s -> with(s, Set.of(roles), s.claimed(), s.apartFrom(), s.source()));
    }

    /** Tag and article of the last row. */
    public WorkflowBuilder<S, E> source(String source) {
        return last(s -> with(s, s.confirmedBy(), s.claimed(), s.apartFrom(), source));
    }

    /** Every state from which a claimed row leads is a queue (common rule j): its holders claim, release and reassign. */
    public WorkflowBuilder<S, E> queue(E claim, E release, E reassign) {
        for (S state : from(Step::claimed)) {
            Set<Role> holders = roles(state, Step::claimed, Step::who);
            step(state, claim, state, holders, "held by nobody else with the role", "holder")
                    .source("[R]");
            step(state, release, state, holders, "", "no holder").claimed().source("[R]");
            step(state, reassign, state, holders, "the colleague has the same role", "holder")
                    .claimed()
                    .source("[R]");
        }
        return this;
    }

    /** Every state with a row that somebody has to confirm gets the two answers to a proposal (common rule i). */
    public WorkflowBuilder<S, E> proposals(E confirm, E reject) {
        Predicate<Step<S, E>> proposed = s -> !s.confirmedBy().isEmpty();
        for (S state : from(proposed)) {
            Set<Role> answering = roles(state, proposed, Step::confirmedBy);
            step(state, confirm, state, answering, "a proposal of another person", "the proposed step")
                    .source("[R]");
            step(state, reject, state, answering, "a proposal of another person; reason", "no proposal")
                    .source("[R]");
        }
        return this;
    }

    /** One person acts on a case in one of these parts at most (common rule d). */
    @SafeVarargs
    public final WorkflowBuilder<S, E> parts(Set<Role>... separated) {
        parts.addAll(List.of(separated));
        return this;
    }

    /**
     * Checks the table and closes it.
     *
     * @throws IllegalArgumentException when no row starts a case, a state of the enum is never reached, or a row mixes
     *     roles of two separated parts
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
        Workflow<S, E> separating = new Workflow<>(name, steps, parts);
        return new Workflow<>(
                name, steps.stream().map(s -> separated(s, separating)).toList(), parts);
    }

    private Step<S, E> separated(Step<S, E> s, Workflow<S, E> workflow) {
        // answers to proposals may lie with several parts; their row says none and the service asks for the one acting
        Set<Role> apart = EnumSet.noneOf(Role.class);
        s.who().forEach(role -> apart.addAll(workflow.apartFrom(role)));
        boolean mixed = s.who().stream().anyMatch(apart::contains);
        if (mixed && !s.inPlace()) {
            throw new IllegalArgumentException(name + ": " + s.event() + " mixes separated parts");
        }
        return with(s, s.confirmedBy(), s.claimed(), mixed ? Set.of() : apart, s.source());
    }

    private Set<S> from(Predicate<Step<S, E>> which) {
        return steps.stream().filter(which).map(Step::from).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Role> roles(S state, Predicate<Step<S, E>> which, Function<Step<S, E>, Set<Role>> roles) {
        return steps.stream()
                .filter(s -> s.from() == state && which.test(s))
                .map(roles)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static <S, E> Step<S, E> with(
            Step<S, E> s, Set<Role> confirmedBy, boolean claimed, Set<Role> apartFrom, String source) {
        return new Step<>(
                s.from(), s.event(), s.to(), s.who(), confirmedBy, s.guard(), s.effect(), claimed, apartFrom, source);
    }

    private WorkflowBuilder<S, E> last(UnaryOperator<Step<S, E>> change) {
        if (steps.isEmpty()) {
            throw new IllegalStateException(name + ": no row yet");
        }
        steps.set(steps.size() - 1, change.apply(steps.get(steps.size() - 1)));
        return this;
    }
}
