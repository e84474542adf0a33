package org.liaison.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.liaison.benchmarks.load.Load.Figures;

/** The figures as Markdown. */
final class Report {
    private final List<String> compared = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final List<String> boots = new ArrayList<>();

    void compared(String what, Figures ours, Figures bare) {
        compared.add(row(
                "| %s | %.0f | %.0f | **%.0f %%** | %.1f | %.1f | %.1f | %.1f |",
                what,
                ours.perSecond(),
                bare.perSecond(),
                100 * ours.perSecond() / bare.perSecond(),
                ours.median(),
                bare.median(),
                ours.p99(),
                bare.p99()));
    }

    void counted(String what, long statements, long writes, long commits) {
        counted.add(row("| %s | %d | %d | %d |", what, statements, writes, commits));
    }

    void boot(String what, List<Boot.Phases> ours, List<Long> alone) {
        long answer = middle(ours, Boot.Phases::answer);
        long peer = alone.stream().sorted().toList().get(alone.size() / 2);
        boots.add(row(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | **%.2f** |",
                what,
                middle(ours, Boot.Phases::framework) / 1e3,
                middle(ours, Boot.Phases::thirdParty) / 1e3,
                middle(ours, Boot.Phases::ours) / 1e3,
                answer / 1e3,
                peer / 1e3,
                (double) answer / peer));
    }

    String text() {
        return String.join(
                "\n",
                List.of(
                        "Requests: a second, and milliseconds (median, 99 %). The peer stands behind the stroke's right.",
                        "",
                        "| Use case | ours /s | peer /s | ours : peer | median | peer | 99 % | peer |",
                        "|---|---|---|---|---|---|---|---|",
                        String.join("\n", compared),
                        "",
                        "Statements a use case, the login's included, the pool's validation and timers not:",
                        "",
                        "| Use case | statements | of them writes | commits of a write |",
                        "|---|---|---|---|",
                        String.join("\n", counted),
                        "",
                        "Seconds from the start of the process to the end of a phase:",
                        "",
                        "| | framework | third-party | ours | first answer | third-party alone | ratio |",
                        "|---|---|---|---|---|---|---|",
                        String.join("\n", boots),
                        ""));
    }

    private static long middle(List<Boot.Phases> runs, ToLongFunction<Boot.Phases> phase) {
        return runs.stream().mapToLong(phase).sorted().toArray()[runs.size() / 2];
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
