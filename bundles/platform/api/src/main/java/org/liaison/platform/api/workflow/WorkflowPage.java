package org.liaison.platform.api.workflow;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.workflow.Workflow.Step;

/** Writes a workflow as a page of the documentation. */
final class WorkflowPage {
    private static final List<String> HEADINGS =
            List.of("From", "Event", "To", "Who", "Confirmed by", "Claimed", "Apart from", "Guard", "Effect", "Source");

    private WorkflowPage() {}

    static <S extends Enum<S> & Labelled, E extends Enum<E> & Labelled> String of(Workflow<S, E> workflow) {
        StringBuilder page = new StringBuilder("# " + workflow.name() + "\n\n");
        page.append("Generated from the table in the code; a test compares the two.\n\n");
        page.append("```mermaid\nstateDiagram-v2\n");
        workflow.steps().stream().map(Step::to).distinct().forEach(s -> page.append("    ")
                .append(s.name())
                .append(" : ")
                .append(words(s))
                .append('\n'));
        for (Step<S, E> s : workflow.steps()) {
            if (s.inPlace()) {
                continue;
            }
            page.append("    ").append(s.from() == null ? "[*]" : s.from().name());
            page.append(" --> ")
                    .append(s.to().name())
                    .append(" : ")
                    .append(s.event().label())
                    .append('\n');
        }
        workflow.terminal().forEach(s -> page.append("    ").append(s.name()).append(" --> [*]\n"));
        page.append("```\n\n")
                .append(row(HEADINGS))
                .append("|---".repeat(HEADINGS.size()))
                .append("|\n");
        for (Step<S, E> s : workflow.steps()) {
            page.append(row(List.of(
                    words(s.from()),
                    words(s.event()),
                    words(s.to()),
                    s.who().isEmpty() ? "time" : names(s.who()),
                    names(s.confirmedBy()),
                    s.claimed() ? "yes" : "",
                    names(s.apartFrom()),
                    s.guard(),
                    s.effect(),
                    s.source())));
        }
        return page.toString();
    }

    private static String names(Collection<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(", "));
    }

    private static String row(Collection<String> cells) {
        return cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static <T extends Enum<T> & Labelled> String words(T value) {
        return value == null ? "—" : value.name() + " " + value.label();
    }
}
