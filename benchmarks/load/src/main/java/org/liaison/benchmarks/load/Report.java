package org.liaison.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.liaison.benchmarks.load.Load.Figures;

/** The figures as Markdown. */
final class Report {
    private final List<String> compared = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private final List<String> storms = new ArrayList<>();
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

    void printed(String what, Figures one, long before, long after) {
        printed.add(row("| %s | %.1f | %.1f | %d | %d |", what, one.median(), one.p99(), before, after));
    }

    void storm(LoginStorm.Seen seen) {
        storms.add(row(
                "| %.1f | %.1f | %.2f | %.1f | %.1f | %.1f | %.1f |",
                seen.perSecond(),
                seen.turnedAway(),
                seen.processors(),
                seen.alone().median(),
                seen.beside().median(),
                seen.alone().p99(),
                seen.beside().p99()));
    }

    void counted(String what, long statements, long writes, long commits) {
        counted.add(row("| %s | %d | %d | %d |", what, statements, writes, commits));
    }

    void boot(String what, List<Boot.Phases> ours, List<Long> alone) {
        long answer = middle(ours, Boot.Phases::answer);
        long peer = alone.stream().sorted().toList().get(alone.size() / 2);
        boots.add(row(
                "| %s | %s | %s | %s | %s | %s | **%.2f** |",
                what,
                seconds(middle(ours, Boot.Phases::framework)),
                seconds(middle(ours, Boot.Phases::thirdParty)),
                seconds(middle(ours, Boot.Phases::ours)),
                seconds(answer),
                seconds(peer),
                (double) answer / peer));
    }

    String text() {
        return String.join(
                "\n",
                List.of(
                        "Requests a second, and milliseconds of the median and of 99 in 100:",
                        "",
                        "| Use case | ours /s | peer /s | ours : peer | median | peer | 99 % | peer |",
                        "|---|---|---|---|---|---|---|---|",
                        String.join("\n", compared),
                        "",
                        "Papers, one after the other: milliseconds, and the largest resident memory of the whole platform in MB"
                                + " while the first were printed and while the next were:",
                        "",
                        "| Paper | median | 99 % | memory, first | memory, next |",
                        "|---|---|---|---|---|",
                        String.join("\n", printed),
                        "",
                        "A storm of wrong passwords: passwords checked and turned away a second, processors used by the platform, and"
                                + " milliseconds of one reader before the storm and in it:",
                        "",
                        "| checked /s | turned away /s | processors | median | in the storm | 99 % | in the storm |",
                        "|---|---|---|---|---|---|---|",
                        String.join("\n", storms),
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

    private static String seconds(long millis) {
        return millis == 0 ? "–" : row("%.1f", millis / 1e3);
    }

    private static long middle(List<Boot.Phases> runs, ToLongFunction<Boot.Phases> phase) {
        return runs.stream().mapToLong(phase).sorted().toArray()[runs.size() / 2];
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
