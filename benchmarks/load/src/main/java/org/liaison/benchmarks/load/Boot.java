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

/** How long a start takes, by phase, beside a container that starts the third-party features alone. */
final class Boot {
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

    private static Phases start(Container container) throws IOException, InterruptedException {
        container.start("");
        long answer = container.await("clk", Filing.APPLICATIONS);
        List<Long> stages = new ArrayList<>();
        long done = 0;
        for (String line : container.log()) {
            if (line.contains("Adding features:")) {
                stages.add(at(line) - container.startedAt());
            } else if (line.contains("FeaturesServiceImpl") && line.endsWith("Done.")) {
                done = at(line) - container.startedAt();
            }
        }
        long first = stages.isEmpty() ? 0 : stages.get(0);
        long last = stages.isEmpty() ? 0 : stages.get(stages.size() - 1);
        return new Phases(first, last, done, Math.max(answer, done));
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
        return features.replaceAll(",?\\s*\\\\?\\s*\\(?liaison-registration\\)?", "")
                .replace(", \\\n\n", "\n");
    }

    private static long started(Container container) throws IOException {
        while (true) {
            long done = container.log().stream()
                    .filter(line -> line.contains("FeaturesServiceImpl") && line.endsWith("Done."))
                    .mapToLong(line -> at(line) - container.startedAt())
                    .max()
                    .orElse(0);
            long quiet = System.currentTimeMillis() - container.startedAt() - done;
            if (done > 0 && quiet > 10_000) {
                return done;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
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
