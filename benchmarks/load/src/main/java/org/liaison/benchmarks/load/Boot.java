package org.liaison.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** How long a start takes, by phase, beside a container that starts the third-party features alone. */
final class Boot {
    private static final Pattern STAMPED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:,]+\\s*\\|");
    private static final long QUIET_MS = 15_000;

    /** Milliseconds from the start of the process. */
    record Phases(long framework, long thirdParty, long ours, long answer) {}

    private final Path archive;
    private final Path work;

    Boot(Path archive, Path work) {
        this.archive = archive;
        this.work = work;
    }

    /** A first start on an empty database, and a second one of the same container. */
    List<Phases> ours(int round) throws IOException, InterruptedException {
        List<Phases> found = new ArrayList<>();
        try (Container container = Container.unpack(archive, work, "boot-" + round)) {
            found.add(start(container));
            container.close();
            container.forgetLog();
            found.add(start(container));
        }
        return found;
    }

    /** A second start installs nothing: then the first two phases are not in the log and are 0. */
    private static Phases start(Container container) throws IOException, InterruptedException {
        container.start("");
        long answer = container.await("clk", Filing.APPLICATIONS);
        List<Long> stages = times(container, "Adding features:");
        List<Long> published = times(container, "is on the web");
        return new Phases(
                stages.isEmpty() ? 0 : stages.get(0),
                stages.isEmpty() ? 0 : stages.get(stages.size() - 1),
                published.get(published.size() - 1),
                answer);
    }

    private static List<Long> times(Container container, String text) throws IOException {
        return container.log().stream()
                .filter(line -> line.contains(text))
                .map(line -> at(line) - container.startedAt())
                .toList();
    }

    /** The same archive without our last stage. @return milliseconds until all of it is started: first and second start */
    List<Long> thirdPartyAlone(int round) throws IOException, InterruptedException {
        List<Long> found = new ArrayList<>();
        try (Container container = Container.unpack(archive, work, "third-" + round)) {
            Path features = container.home().resolve("etc/org.apache.karaf.features.cfg");
            String shipped = Files.readString(features);
            Files.writeString(features, withoutOurs(shipped));
            for (int i = 0; i < 2; i++) {
                container.start("");
                found.add(started(container));
                container.close();
                container.forgetLog();
            }
        }
        return found;
    }

    static String withoutOurs(String features) {
        return features.replaceAll(",?\\s*\\\\?\\s*\\(liaison-[^)]*\\)", "").replace(", \\\n\n", "\n");
    }

    // Nothing says that all is started; the last line before the log falls silent does.
    private static long started(Container container) throws IOException, InterruptedException {
        container.awaitAnything();
        while (true) {
            List<Long> lines = container.log().stream()
                    .filter(line -> STAMPED.matcher(line).lookingAt())
                    .map(line -> at(line) - container.startedAt())
                    .toList();
            long last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1);
            if (System.currentTimeMillis() - container.startedAt() - last > QUIET_MS) {
                return last;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    private static long at(String line) {
        String text = line.substring(0, line.indexOf('|')).strip().replace(',', '.');
        return LocalDateTime.parse(text)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
